import { day } from '../../../kit/day.js'
import { either, type Examples } from '../../examples.js'
import type { Says } from '../../reader.js'
import { Calendar } from './chart.js'
import type { CalendarRow } from './layout.js'

const rows = (reader: Says): CalendarRow[] => [
  {
    label: either(reader, 'Öppet förfarande', 'Open procedure'),
    text: either(reader, 'tidigast 5 januari', 'earliest 5 January'),
    steps: [
      {
        kind: 'fixed',
        label: either(reader, 'Anbudstid', 'Time for tenders'),
        from: day('2026-11-24'),
        to: day('2026-12-28'),
      },
      {
        kind: 'own',
        label: either(reader, 'Utvärdering', 'Evaluation'),
        from: day('2026-12-29'),
        to: day('2027-01-15'),
      },
      {
        kind: 'fixed',
        label: either(reader, 'Avtalsspärr', 'Standstill'),
        from: day('2027-01-16'),
        to: day('2027-01-25'),
      },
      {
        kind: 'risk',
        label: either(reader, 'Överprövning', 'Court review'),
        from: day('2027-01-26'),
        to: day('2027-03-20'),
      },
    ],
    earliest: day('2027-01-08'),
    likely: day('2027-01-26'),
    href: '#',
  },
  {
    label: either(reader, 'Förnyad konkurrensutsättning', 'Mini-competition'),
    steps: [
      {
        kind: 'fitting',
        label: either(reader, 'Skälig anbudstid', 'Sufficient time'),
        from: day('2026-11-24'),
        to: day('2026-12-08'),
      },
    ],
    earliest: day('2026-12-09'),
    unknown: either(reader, 'Säg er egen tid för utvärdering', 'Say your own time for evaluation'),
    href: '#',
  },
  {
    label: either(reader, 'Direktupphandling', 'Direct award'),
    steps: [],
    earliest: day('2026-11-24'),
    likely: day('2026-11-24'),
  },
]

export const calendar: Examples = {
  name: 'Calendar',
  examples: [
    {
      name: 'ways side by side, with three kinds of step',
      show: (reader) => (
        <Calendar
          reader={reader}
          title={either(reader, 'Vägarna i tid', 'The ways in time')}
          today={day('2026-11-23')}
          goal={day('2027-03-01')}
          headings={{
            label: either(reader, 'Väg', 'Way'),
            steps: either(reader, 'Steg', 'Steps'),
            earliest: either(reader, 'Tidigast', 'Earliest'),
            likely: either(reader, 'Troligen', 'Likely'),
          }}
          names={{
            fixed: either(reader, 'lagens tid', 'the law’s time'),
            fitting: either(reader, 'tillräcklig tid', 'sufficient time'),
            own: either(reader, 'egen tid', 'own time'),
            risk: either(reader, 'risk', 'risk'),
            earliest: either(reader, 'tidigast', 'earliest'),
            likely: either(reader, 'troligen', 'likely'),
            goal: either(reader, 'ska användas', 'needed'),
          }}
          rows={rows(reader)}
        />
      ),
    },
  ],
}
