import { either, type Examples } from '../../examples.js'
import { Range } from './range.js'

export const range: Examples = {
  name: 'Range',
  examples: [
    {
      name: 'two on one scale',
      show: (reader) => (
        <>
          <p>
            <Range text="12–31 t" low={12} high={31} scale={60} label={either(reader, 'Nötkött', 'Beef')} />
          </p>
          <p>
            <Range text="38–57 t" low={38} high={57} scale={60} label={either(reader, 'Mejeri', 'Dairy')} />
          </p>
        </>
      ),
    },
  ],
}
