import { either, type Examples } from '../../examples.js'
import { ErrorSummary } from './error-summary.js'

export const errorSummary: Examples = {
  name: 'ErrorSummary',
  examples: [
    {
      name: 'two errors',
      show: (reader) => (
        <ErrorSummary
          reader={reader}
          errors={[
            {
              field: `idea-${reader.language}`,
              message: either(reader, 'Beskriv idén med minst en mening.', 'Describe the idea in a sentence.'),
            },
            { field: `stage-${reader.language}`, message: either(reader, 'Välj minst en.', 'Choose at least one.') },
          ]}
        />
      ),
    },
    {
      name: 'with a sentence of its own',
      show: (reader) => (
        <ErrorSummary
          reader={reader}
          title={either(reader, 'En fil lästes inte in', 'One file was not read in')}
          errors={[
            {
              field: `file-${reader.language}`,
              message: either(reader, 'Filen är tom.', 'The file is empty.'),
            },
          ]}
          lead={either(reader, 'De andra står i listan.', 'The others stand in the list.')}
        />
      ),
    },
  ],
}
