import { either, type Examples } from '../../examples.js'
import { Unknown } from './unknown.js'

export const unknown: Examples = {
  name: 'Unknown',
  examples: [
    { name: 'bare', show: (reader) => <Unknown reader={reader} /> },
    {
      name: 'with what would make it known',
      show: (reader) => (
        <Unknown
          reader={reader}
          known={either(
            reader,
            'staden läser in vikterna från fakturorna.',
            'the city imports weights from the invoices.',
          )}
        />
      ),
    },
  ],
}
