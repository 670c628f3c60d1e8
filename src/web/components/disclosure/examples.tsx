import { either, type Examples } from '../../examples.js'
import { Disclosure } from './disclosure.js'

export const disclosure: Examples = {
  name: 'Disclosure',
  examples: [
    {
      name: 'open',
      show: (reader) => (
        <Disclosure open summary={either(reader, 'Så har vi räknat', 'How we worked it out')}>
          <p>{either(reader, 'Mängd gånger faktor, år för år.', 'Amount times factor, year by year.')}</p>
        </Disclosure>
      ),
    },
  ],
}
