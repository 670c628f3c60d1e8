import { either, type Examples } from '../../examples.js'
import { Empty } from './empty.js'

export const empty: Examples = {
  name: 'Empty',
  examples: [
    {
      name: 'with a next step',
      show: (reader) => (
        <Empty
          title={either(reader, 'Inga avtal än', 'No contracts yet')}
          next={<a href="#">{either(reader, 'Läs in avtal', 'Import contracts')}</a>}
        >
          <p>{either(reader, 'Här visas avtalen när de är inlästa.', 'Contracts show here once they are imported.')}</p>
        </Empty>
      ),
    },
  ],
}
