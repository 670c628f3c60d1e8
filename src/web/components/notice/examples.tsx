import { either, type Examples } from '../../examples.js'
import { Notice } from './notice.js'

export const notice: Examples = {
  name: 'Notice',
  examples: [
    {
      name: 'info',
      show: (reader) => (
        <Notice title={either(reader, 'Dialogen stänger på fredag', 'The dialogue closes on Friday')}>
          <p>{either(reader, 'Alla får svaren samtidigt.', 'Everyone gets the answers at the same time.')}</p>
        </Notice>
      ),
    },
    {
      name: 'done',
      show: (reader) => (
        <Notice
          kind="done"
          title={either(reader, 'Idén är skickad', 'The idea is sent')}
          next={<p>{either(reader, 'Svar senast 14 december 2026.', 'An answer by 14 December 2026.')}</p>}
        />
      ),
    },
    {
      name: 'refusal',
      show: (reader) => (
        <Notice
          kind="refusal"
          title={either(reader, 'Frågan kom för sent', 'The question came too late')}
          next={<a href="#">{either(reader, 'Läs svaren', 'Read the answers')}</a>}
        >
          <p>{either(reader, 'Frågetiden gick ut 20 november.', 'The time for questions ended on 20 November.')}</p>
        </Notice>
      ),
    },
  ],
}
