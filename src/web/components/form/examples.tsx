import { either, type Examples } from '../../examples.js'
import { Button } from '../button/button.js'
import { Field } from '../field/field.js'
import { Form } from './form.js'

export const form: Examples = {
  name: 'Form',
  examples: [
    {
      name: 'keeps half-written text',
      show: (reader) => (
        <Form
          action="#"
          method="get"
          keep={`look-${reader.language}`}
          label={either(reader, 'Ställ en fråga', 'Ask a question')}
        >
          <Field
            reader={reader}
            name={`question-${reader.language}`}
            kind="textarea"
            rows={3}
            limit={400}
            label={either(reader, 'Din fråga', 'Your question')}
          />
          <Button>{either(reader, 'Skicka frågan', 'Send the question')}</Button>
        </Form>
      ),
    },
  ],
}
