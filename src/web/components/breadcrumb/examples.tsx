import type { Examples } from '../../examples.js'
import { either } from '../../examples.js'
import { Breadcrumb } from './breadcrumb.js'

export const breadcrumb: Examples = {
  name: 'Breadcrumb',
  examples: [
    {
      name: 'two levels',
      show: (reader) => (
        <Breadcrumb
          reader={reader}
          trail={[
            { href: '#', label: either(reader, 'Avtal', 'Contracts') },
            { href: '#', label: either(reader, 'Möbler till äldreboenden', 'Furniture for elderly homes') },
          ]}
        />
      ),
    },
  ],
}
