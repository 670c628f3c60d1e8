import { either, type Examples } from '../../examples.js'
import type { Says } from '../../reader.js'
import { Spans } from './chart.js'
import type { Span } from './layout.js'

const moved = (reader: Says): Span[] => [
  {
    label: either(reader, 'Avtalets längd', 'Length of the contract'),
    from: -1.8,
    to: 3.3,
    cause: either(reader, 'från 2 år till 8 år', 'from 2 years to 8 years'),
    text: either(reader, '−1,8 mn kr till 3,3 mn kr', 'SEK −1.8 m to SEK 3.3 m'),
  },
  {
    label: either(reader, 'Vinna nästa avtal', 'Winning the next contract'),
    from: 0.1,
    to: 2.3,
    cause: either(reader, 'från 0 % till 70 %', 'from 0% to 70%'),
    text: either(reader, '0,1 mn kr till 2,3 mn kr', 'SEK 0.1 m to SEK 2.3 m'),
  },
  {
    label: either(reader, 'Avkastning som krävs', 'Return required'),
    from: 0.4,
    to: -0.2,
    cause: either(reader, 'från 3,5 % till 10 %', 'from 3.5% to 10%'),
    text: either(reader, '0,4 mn kr till −0,2 mn kr', 'SEK 0.4 m to SEK −0.2 m'),
  },
]

export const spans: Examples = {
  name: 'Spans',
  examples: [
    {
      name: 'a tornado: the widest first',
      show: (reader) => (
        <Spans
          reader={reader}
          title={either(reader, 'Vad svaret hänger på', 'What the answer hangs on')}
          spans={moved(reader)}
          base={0.1}
          headings={{
            label: either(reader, 'Uppgift', 'Input'),
            cause: either(reader, 'Ändrad', 'Moved'),
            text: either(reader, 'Blir över', 'Left'),
          }}
          says={{
            zero: either(reader, 'noll', 'nothing'),
            above: either(reader, 'betalar sig', 'pays back'),
            below: either(reader, 'betalar sig inte', 'does not pay back'),
            base: either(reader, 'som angivet', 'as stated'),
          }}
        />
      ),
    },
  ],
}
