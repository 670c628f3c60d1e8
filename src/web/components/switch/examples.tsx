import { either, type Examples } from '../../examples.js'
import { Switch } from './switch.js'

export const switchExamples: Examples = {
  name: 'Switch',
  examples: [
    {
      name: 'the same figures by another thing',
      show: (reader) => (
        <Switch
          label={either(reader, 'Efter', 'By')}
          ways={[
            { href: '#category', label: either(reader, 'Kategori', 'Category'), current: true },
            { href: '#unit', label: either(reader, 'Verksamhet', 'Unit'), current: false },
            { href: '#account', label: either(reader, 'Konto', 'Account'), current: false },
          ]}
        />
      ),
    },
  ],
}
