import { either, type Examples } from '../../examples.js'
import { Section } from './section.js'

export const section: Examples = {
  name: 'Section',
  examples: [
    {
      name: 'with a lead',
      show: (reader) => (
        <Section
          title={either(reader, 'Lagliga vägar in', 'Lawful ways in')}
          lead={either(reader, 'Ordnade efter hur snart de kan börja.', 'Ordered by how soon they can start.')}
        />
      ),
    },
  ],
}
