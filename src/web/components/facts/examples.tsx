import { either, type Examples } from '../../examples.js'
import { Unknown } from '../unknown/unknown.js'
import { Facts } from './facts.js'

export const facts: Examples = {
  name: 'Facts',
  examples: [
    {
      name: 'a contract',
      show: (reader) => (
        <Facts
          facts={[
            { label: either(reader, 'Leverantör', 'Supplier'), value: 'Björkeby Möbler AB' },
            { label: either(reader, 'Löper ut', 'Runs out'), value: either(reader, '31 mars 2027', '31 March 2027') },
            { label: either(reader, 'Uppsägning', 'Notice'), value: <Unknown reader={reader} /> },
          ]}
        />
      ),
    },
  ],
}
