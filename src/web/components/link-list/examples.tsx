import { either, type Examples } from '../../examples.js'
import { LinkList } from './link-list.js'

export const linkList: Examples = {
  name: 'LinkList',
  examples: [
    {
      name: 'categories with their codes',
      show: (reader) => (
        <LinkList
          links={[
            { href: '#', label: either(reader, 'Livsmedel', 'Food'), detail: '15000000' },
            { href: '#', label: either(reader, 'Möbler', 'Furniture'), detail: '39000000' },
          ]}
        />
      ),
    },
    {
      name: 'files to fetch',
      show: (reader) => (
        <LinkList
          links={[
            {
              href: '#',
              label: either(reader, 'Avtal som löper ut', 'Contracts that run out'),
              detail: either(reader, 'CSV, 12 kB', 'CSV, 12 kB'),
              download: true,
            },
          ]}
        />
      ),
    },
  ],
}
