import { either, type Examples } from '../../examples.js'
import { Steps } from './steps.js'

export const steps: Examples = {
  name: 'Steps',
  examples: [
    {
      name: 'three',
      show: (reader) => (
        <Steps
          steps={[
            {
              title: either(reader, 'Beskriv idén', 'Describe the idea'),
              body: either(reader, 'Med egna ord. Fem meningar räcker.', 'In your own words. Five sentences will do.'),
            },
            { title: either(reader, 'Se var den passar', 'See where it fits') },
            { title: either(reader, 'Skicka den till staden', 'Send it to the city') },
          ]}
        />
      ),
    },
  ],
}
