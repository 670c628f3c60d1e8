import { either, type Examples } from '../../examples.js'
import type { Says } from '../../reader.js'
import { Shares } from './chart.js'
import type { Share } from './layout.js'

const shares = (reader: Says): Share[] => [
  { label: either(reader, 'Under avtal', 'Under contract'), value: 62, hue: 3, ...said(reader, 62), href: '#' },
  { label: either(reader, 'Utan avtal', 'Without a contract'), value: 25, hue: 2, ...said(reader, 25), href: '#' },
  { label: either(reader, 'Inte känt', 'Not known'), value: 13, ...said(reader, 13), href: '#' },
]

const said = (reader: Says, value: number) => ({
  text: either(reader, `${value} mn kr`, `SEK ${value} m`),
  share: either(reader, `${value} %`, `${value}%`),
})

export const sharesExamples: Examples = {
  name: 'Shares',
  examples: [
    {
      name: 'one whole of three parts',
      show: (reader) => (
        <Shares
          reader={reader}
          title={either(reader, 'Så har inköpen följt avtalen', 'How purchases followed contracts')}
          headings={{
            label: either(reader, 'Hur', 'How'),
            value: either(reader, 'Köpt', 'Bought'),
            share: either(reader, 'Andel', 'Share'),
          }}
          shares={shares(reader)}
        />
      ),
    },
  ],
}
