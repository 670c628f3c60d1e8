import { either, type Examples } from '../../examples.js'
import { Search } from './search.js'

export const search: Examples = {
  name: 'Search',
  examples: [
    {
      name: 'with a hint',
      show: (reader) => (
        <Search
          reader={reader}
          action="#"
          name={`q-${reader.language}`}
          label={either(reader, 'Sök kategori', 'Search categories')}
          hint={either(reader, 'Ett ord eller en CPV-kod.', 'A word or a CPV code.')}
          value={either(reader, 'kontorsmöbler', 'office furniture')}
        />
      ),
    },
  ],
}
