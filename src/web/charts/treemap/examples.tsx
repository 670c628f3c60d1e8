import { either, type Examples } from '../../examples.js'
import type { Says } from '../../reader.js'
import { Treemap } from './chart.js'
import type { Part } from './layout.js'

const SHARES = [
  [34, 'Livsmedel', 'Food'],
  [21, 'Byggtjänster', 'Building services'],
  [14, 'Fordon och transporter', 'Vehicles and transport'],
  [9, 'Möbler', 'Furniture'],
  [7, 'Programvara', 'Software'],
  [5, 'Städning', 'Cleaning'],
  [4, 'Hjälpmedel', 'Mobility aids'],
  [2, 'Snöröjning', 'Snow clearing'],
  [1, 'Kontorsmaterial', 'Office supplies'],
  [3, 'Övriga kategorier', 'Other categories'],
] as const

const parts = (reader: Says): Part[] =>
  SHARES.map(([value, sv, en], at) => ({
    label: either(reader, sv, en),
    value,
    text: either(reader, `${value} mn kr`, `SEK ${value} m`),
    share: either(reader, `${value} %`, `${value}%`),
    href: '#',
    rest: at === SHARES.length - 1,
  }))

export const treemap: Examples = {
  name: 'Treemap',
  examples: [
    {
      name: 'what the city buys',
      show: (reader) => (
        <Treemap
          reader={reader}
          title={either(reader, 'Vad staden köper', 'What the city buys')}
          description={either(reader, 'Ytan visar beloppet 2025.', 'The area shows the amount in 2025.')}
          headings={{
            label: either(reader, 'Kategori', 'Category'),
            value: either(reader, 'Köpt', 'Bought'),
            share: either(reader, 'Andel', 'Share'),
          }}
          parts={parts(reader)}
        />
      ),
    },
  ],
}
