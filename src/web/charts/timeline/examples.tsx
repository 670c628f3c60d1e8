import { day } from '../../../kit/day.js'
import { either, type Examples } from '../../examples.js'
import type { Says } from '../../reader.js'
import { Timeline } from './chart.js'
import type { TimelineRow } from './layout.js'

const rows = (reader: Says): TimelineRow[] => [
  {
    label: either(reader, 'Livsmedel till förskolor', 'Food for pre-schools'),
    start: day('2023-04-01'),
    end: day('2027-03-31'),
    notice: day('2026-12-31'),
    options: [day('2028-03-31'), day('2029-03-31')],
    text: either(reader, '31,4 mn kr', 'SEK 31.4 m'),
    href: '#',
  },
  {
    label: either(reader, 'Möbler till äldreboenden', 'Furniture for elderly homes'),
    start: day('2024-01-01'),
    end: day('2026-12-31'),
    text: either(reader, '8,3 mn kr', 'SEK 8.3 m'),
    href: '#',
  },
  {
    label: either(reader, 'Rullstolar och hjälpmedel', 'Wheelchairs and aids'),
    unknown: either(reader, 'Avtalet är inte inläst', 'The contract is not imported'),
    text: either(reader, '4,1 mn kr', 'SEK 4.1 m'),
  },
]

export const timeline: Examples = {
  name: 'Timeline',
  examples: [
    {
      name: 'contracts and their renewals',
      show: (reader) => (
        <Timeline
          reader={reader}
          title={either(reader, 'När avtalen kan bytas', 'When contracts can be replaced')}
          today={day('2026-11-23')}
          headings={{
            label: either(reader, 'Avtal', 'Contract'),
            start: either(reader, 'Började', 'Began'),
            end: either(reader, 'Löper ut', 'Runs out'),
            notice: either(reader, 'Säg upp senast', 'Give notice by'),
            options: either(reader, 'Kan förlängas till', 'Can be extended to'),
            text: either(reader, 'Köpt 2025', 'Bought 2025'),
          }}
          rows={rows(reader)}
        />
      ),
    },
  ],
}
