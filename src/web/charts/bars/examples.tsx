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
  ],
}
