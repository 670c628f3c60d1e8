import { either, type Examples } from '../../examples.js'
import type { Says } from '../../reader.js'
import { Bars } from './chart.js'
import type { Bar } from './layout.js'

const heats = (reader: Says): Bar[] => [
  { label: either(reader, 'Nötkött', 'Beef'), value: 310, low: 240, high: 380, text: '240–380 t', heat: 5 },
  { label: either(reader, 'Mejeri', 'Dairy'), value: 160, low: 120, high: 200, text: '120–200 t', heat: 4 },
  {
    label: either(reader, 'Möbler av trä och metall', 'Furniture of wood and metal'),
    value: 85,
    text: '85 t',
    heat: 3,
  },
  { label: either(reader, 'Grönsaker', 'Vegetables'), value: 22, text: '22 t', heat: 1 },
]

const quarters = (reader: Says): Bar[] => [
  {
    label: either(reader, 'okt–dec 2026', 'Oct–Dec 2026'),
    value: 42,
    parts: [20, 12, 8, 2],
    text: either(reader, '42 mn kr', 'SEK 42 m'),
    share: either(reader, '4 avtal', '4 contracts'),
  },
  {
    label: either(reader, 'jan–mars 2027', 'Jan–March 2027'),
    value: 18,
    parts: [18],
    text: either(reader, '18 mn kr', 'SEK 18 m'),
    share: either(reader, 'ett avtal', 'one contract'),
  },
]

export const bars: Examples = {
  name: 'Bars',
  examples: [
    {
      name: 'climate, with ranges',
      show: (reader) => (
        <Bars
          reader={reader}
          title={either(reader, 'Vad som väger mest för klimatet', 'What weighs most for the climate')}
          description={either(reader, 'Ton koldioxidekvivalenter 2025.', 'Tonnes of carbon dioxide equivalents, 2025.')}
          headings={{ label: either(reader, 'Kategori', 'Category'), value: either(reader, 'Ton', 'Tonnes') }}
          bars={heats(reader)}
        />
      ),
    },
    {
      name: 'put together of parts',
      show: (reader) => (
        <Bars
          reader={reader}
          title={either(reader, 'Avtal efter kvartal', 'Contracts by quarter')}
          headings={{
            label: either(reader, 'Kvartal', 'Quarter'),
            value: either(reader, 'Takbelopp', 'Ceilings'),
            share: either(reader, 'Avtal', 'Contracts'),
          }}
          bars={quarters(reader)}
        />
      ),
    },
  ],
}
