import { either, type Examples } from '../../examples.js'
import { Pagination } from './pagination.js'

export const pagination: Examples = {
  name: 'Pagination',
  examples: [
    {
      name: 'by number',
      show: (reader) => <Pagination reader={reader} page={2} pages={14} href={(page) => `#${page}`} />,
    },
    {
      name: 'by neighbour',
      show: (reader) => (
        <Pagination reader={reader} label={either(reader, 'Fler frågor', 'More questions')} next="#on" />
      ),
    },
  ],
}
