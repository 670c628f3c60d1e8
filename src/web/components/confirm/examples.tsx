import { either, type Examples } from '../../examples.js'
import { Confirm } from './confirm.js'

export const confirm: Examples = {
  name: 'Confirm',
  examples: [
    {
      name: 'publish after a preview',
      show: (reader) => (
        <Confirm
          action="#"
          title={either(reader, 'Publicera 1 204 inköp', 'Publish 1,204 purchases')}
          consequences={[
            either(reader, 'Alla kan läsa dem, utan att logga in.', 'Everyone can read them, without signing in.'),
            either(reader, '86 rader om enskilda personer förblir interna.', '86 lines about persons stay internal.'),
          ]}
          button={either(reader, 'Publicera', 'Publish')}
          back={{ href: '#', label: either(reader, 'Tillbaka utan att publicera', 'Back without publishing') }}
        />
      ),
    },
  ],
}
