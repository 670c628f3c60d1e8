import { either, type Examples } from '../../examples.js'
import { Field } from './field.js'

export const field: Examples = {
  name: 'Field',
  examples: [
    {
      name: 'text with a hint',
      show: (reader) => (
        <Field
          reader={reader}
          name={`organisation-${reader.language}`}
          label={either(reader, 'Företag eller organisation', 'Company or organisation')}
          hint={either(reader, 'Som det står i registret.', 'As in the register.')}
          autocomplete="organization"
          optional
        />
      ),
    },
    {
      name: 'long text with a limit, refused',
      show: (reader) => (
        <Field
          reader={reader}
          name={`idea-${reader.language}`}
          kind="textarea"
          rows={4}
          limit={1200}
          label={either(reader, 'Vad gör er lösning?', 'What does your solution do?')}
          error={either(reader, 'Beskriv idén med minst en mening.', 'Describe the idea in a sentence.')}
        />
      ),
    },
    {
      name: 'a file, with what is accepted',
      show: (reader) => (
        <Field
          reader={reader}
          name={`file-${reader.language}`}
          kind="file"
          accept=".csv,.xlsx,.zip"
          label={either(reader, 'Fil att läsa in', 'File to import')}
          hint={either(reader, 'CSV, Excel eller zip, högst 200 MB.', 'CSV, Excel or zip, at most 200 MB.')}
        />
      ),
    },
    {
      name: 'select and amount',
      show: (reader) => (
        <div class="form">
          <Field
            reader={reader}
            name={`people-${reader.language}`}
            kind="select"
            width="medium"
            label={either(reader, 'För vilka?', 'For whom?')}
            options={[
              { value: 'children', label: either(reader, 'Barn i förskola', 'Pre-school children') },
              { value: 'elderly', label: either(reader, 'Äldre', 'Elderly people') },
            ]}
          />
          <Field
            reader={reader}
            name={`price-${reader.language}`}
            inputmode="numeric"
            width="short"
            suffix="kr"
            value="12 500"
            label={either(reader, 'Pris per år', 'Price per year')}
          />
        </div>
      ),
    },
  ],
}
