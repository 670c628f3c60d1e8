import { either, type Examples } from '../../examples.js'
import { Choices } from './choices.js'

export const choices: Examples = {
  name: 'Choices',
  examples: [
    {
      name: 'one of them',
      show: (reader) => (
        <Choices
          reader={reader}
          name={`kind-${reader.language}`}
          legend={either(reader, 'Vad är det du erbjuder?', 'What do you offer?')}
          chosen="goods"
          choices={[
            { value: 'goods', label: either(reader, 'En vara', 'Goods') },
            {
              value: 'service',
              label: either(reader, 'En tjänst', 'A service'),
              description: either(reader, 'Något ni gör åt staden.', 'Something you do for the city.'),
            },
          ]}
        />
      ),
    },
    {
      name: 'several, refused',
      show: (reader) => (
        <Choices
          reader={reader}
          name={`stage-${reader.language}`}
          kind="checkbox"
          legend={either(reader, 'Vad finns i dag?', 'What exists today?')}
          hint={either(reader, 'Välj allt som stämmer.', 'Choose all that apply.')}
          error={either(reader, 'Välj minst en.', 'Choose at least one.')}
          choices={[
            { value: 'prototype', label: either(reader, 'En prototyp', 'A prototype') },
            { value: 'customers', label: either(reader, 'Kunder', 'Customers') },
          ]}
        />
      ),
    },
  ],
}
