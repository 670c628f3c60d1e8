import { either, type Examples } from '../../examples.js'
import type { Says } from '../../reader.js'
import { Crossing } from './chart.js'
import type { Point } from './layout.js'

const steps = (reader: Says, yearly: number): Point[] =>
  Array.from({ length: 9 }, (_, years) => ({
    at: years,
    value: yearly * years - 4,
    ...(years > 0
      ? {
          label: either(reader, `${years} år`, `${years} y`),
          text: either(reader, `${Math.round(yearly * years - 4)} mn kr`, `SEK ${Math.round(yearly * years - 4)} m`),
        }
      : {}),
  }))

const shown = (reader: Says, yearly: number) => ({
  reader,
  points: steps(reader, yearly),
  title:
    yearly > 1
      ? either(reader, 'Vad som blir över efter varje år', 'What is left after each year')
      : either(reader, 'När det aldrig räcker', 'When it is never enough'),
  headings: { label: either(reader, 'Längd', 'Length'), value: either(reader, 'Kvar', 'Left') },
  before: either(reader, 'för kort', 'too short'),
  after: either(reader, 'räcker', 'enough'),
})

export const crossing: Examples = {
  name: 'Crossing',
  examples: [
    {
      name: 'comes up through nothing',
      show: (reader) => (
        <Crossing {...shown(reader, 1.1)} crossing={{ at: 4 / 1.1, label: either(reader, '3,6 år', '3.6 years') }} />
      ),
    },
    { name: 'never does', show: (reader) => <Crossing {...shown(reader, 0.2)} /> },
  ],
}
