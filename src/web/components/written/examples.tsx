import type { Examples } from '../../examples.js'
import { Written } from './written.js'

export const written: Examples = {
  name: 'Written',
  examples: [
    {
      name: 'a title as its source wrote it, marked as Swedish in both languages',
      show: () => (
        <p>
          <Written>Livsmedel – kött, chark och vegetabiliska alternativ</Written>
        </p>
      ),
    },
  ],
}
