import { either, type Examples } from '../../examples.js'
import { Unknown } from '../unknown/unknown.js'
import { Why } from '../why/why.js'
import { Figures } from './figures.js'

export const figures: Examples = {
  name: 'Figures',
  examples: [
    {
      name: 'two, one with a why',
      show: (reader) => (
        <Figures
          figures={[
            {
              label: either(reader, 'Köpt under 2025', 'Bought in 2025'),
              value: either(reader, '84,2 mn kr', 'SEK 84.2 m'),
              detail: either(reader, '1 214 fakturor, 37 leverantörer', '1,214 invoices, 37 suppliers'),
            },
            {
              label: either(reader, 'Klimatpåverkan', 'Climate footprint'),
              value: either(reader, '310–720 t', '310–720 t'),
              detail: either(reader, 'koldioxidekvivalenter', 'of carbon dioxide equivalents'),
              why: (
                <Why
                  reader={reader}
                  about={either(reader, 'klimatpåverkan', 'the climate footprint')}
                  rows={[{ label: either(reader, 'Belopp', 'Amount'), value: '84,2 mn kr' }]}
                  confidence="verified"
                />
              ),
            },
          ]}
        />
      ),
    },
    {
      name: 'one unknown',
      show: (reader) => (
        <Figures
          figures={[
            {
              label: either(reader, 'Tidigaste start', 'Earliest start'),
              value: (
                <Unknown
                  reader={reader}
                  known={either(reader, 'avtalets sista dag är inläst', 'the last day is imported')}
                />
              ),
            },
          ]}
        />
      ),
    },
  ],
}
