import { either, type Examples } from '../../examples.js'
import { SOURCES } from '../sources/examples.js'
import { Why } from './why.js'

export const why: Examples = {
  name: 'Why',
  examples: [
    {
      name: 'inputs, sources and confidence',
      show: (reader) => (
        <Why
          reader={reader}
          about={either(reader, 'tidigaste anbudsdag', 'the earliest tender day')}
          rows={[
            { label: either(reader, 'Annonsen skickas', 'The notice is sent'), value: '2026-11-23' },
            { label: either(reader, 'Anbudstid, dagar', 'Tender period, days'), value: '30' },
          ]}
          sources={SOURCES}
          confidence="unverified"
        />
      ),
    },
  ],
}
