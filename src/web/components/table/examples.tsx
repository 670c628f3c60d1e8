import { either, type Examples } from '../../examples.js'
import type { Says } from '../../reader.js'
import { Table } from './table.js'

const rows = (reader: Says) => [
  { name: either(reader, 'Livsmedel till förskolor', 'Food for pre-schools'), sum: '31 400 000', end: '2027-03-31' },
  {
    name: either(reader, 'Möbler till äldreboenden', 'Furniture for elderly homes'),
    sum: '8 250 000',
    end: '2026-12-31',
  },
  { name: either(reader, 'Snöröjning', 'Snow clearing'), sum: '5 900 000', end: '2028-05-15' },
]

const show = (reader: Says, isEmpty: boolean) => (
  <Table
    caption={either(reader, 'Avtal som löper ut', 'Contracts that run out')}
    columns={[
      {
        label: either(reader, 'Avtal', 'Contract'),
        cell: ({ name }) => (
          <a class="ds-link" href="#">
            {name}
          </a>
        ),
      },
      { label: either(reader, 'Löper ut', 'Runs out'), kind: 'day', cell: ({ end }) => end },
      { label: either(reader, 'Köpt 2025, kr', 'Bought 2025, SEK'), kind: 'number', cell: ({ sum }) => sum },
    ]}
    rows={isEmpty ? [] : rows(reader)}
    foot={[either(reader, 'Summa', 'Sum'), '', '45 550 000']}
    empty={either(reader, 'Inga avtal löper ut det närmaste året.', 'No contracts run out in the coming year.')}
  />
)

export const table: Examples = {
  name: 'Table',
  examples: [
    { name: 'with a sum', show: (reader) => show(reader, false) },
    { name: 'without rows', show: (reader) => show(reader, true) },
  ],
}
