import { either, type Examples } from '../../examples.js'
import type { Says } from '../../reader.js'
import { Treemap } from './chart.js'
import type { Part } from './layout.js'

const parts = (reader: Says): Part[] =>
  (
    [
      [34, 'Livsmedel', 'Food', 1],
      [21, 'Byggtjänster', 'Building services', 2],
      [14, 'Fordon och transporter', 'Vehicles and transport', 3],
      [9, 'Möbler', 'Furniture', 4],
      [7, 'Programvara', 'Software', 5],
      [5, 'Städning', 'Cleaning', 6],
      [4, 'Hjälpmedel', 'Mobility aids', 7],
      [2, 'Snöröjning', 'Snow clearing', 8],
      [1, 'Kontorsmaterial', 'Office supplies', 1],
    ] as const
  ).map(([value, sv, en, hue]) => ({
    label: either(reader, sv, en),
    value,
    hue,
    text: either(reader, `${value} mn kr`, `SEK ${value} m`),
    share: either(reader, `${value} %`, `${value}%`),
    href: '#',
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
