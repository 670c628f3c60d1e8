/** Per field the column that holds it, with why it was guessed. */
import { Field, Section, WRITTEN, type Reader } from '../../../web/index.js'
import { fieldsOfKind, type FieldGuess } from '../../import/mapping/index.js'
import { KINDS } from '../../waiting.js'
import { errorAt, type WaitingProps } from './page.js'

export function Columns(props: WaitingProps) {
  const { reader, judgement } = props
  const { words } = reader
  const { mapping, guess } = judgement
  const guesses = new Map(guess.fields.map((one) => [one.field, one]))
  return (
    <Section title={words('purchasing.waiting.columns')} lead={words('purchasing.waiting.columnsLead')}>
      <Field
        reader={reader}
        name="kind"
        kind="select"
        label={words('purchasing.waiting.kind')}
        value={mapping.kind}
        empty={false}
        width="medium"
        options={KINDS.map((value) => ({ value, label: words(`purchasing.import.mapping.kind.${value}`) }))}
        error={errorAt(props, 'kind')}
      />
      <div class="columns">
        {fieldsOfKind(mapping.kind).map((field) => (
          <Column {...props} guess={guesses.get(field)!} />
        ))}
      </div>
    </Section>
  )
}

function Column(props: WaitingProps & { guess: FieldGuess }) {
  const { reader, columns, judgement, guess } = props
  const { words } = reader
  const { field } = guess
  const label = words(`purchasing.import.mapping.field.${field}`)
  const named = columns.map((column) => column.trim())
  return (
    <Field
      reader={reader}
      name={`column.${field}`}
      kind="select"
      label={guess.isNeeded ? words('purchasing.waiting.needed', { label }) : label}
      value={judgement.mapping.columns[field]}
      hint={reasonOf(reader, guess)}
      optional={!guess.isNeeded}
      unmarked
      empty={words('purchasing.waiting.none')}
      options={[...new Set(named)].filter(Boolean).map((value) => ({ value, label: value, lang: WRITTEN }))}
      error={errorAt(props, `column.${field}`)}
    />
  )
}

function reasonOf({ words }: Reader, { column, confidence, because }: FieldGuess): string {
  if (column === undefined) return words('purchasing.waiting.noGuess')
  const reasons = because.map((one) => words.of(one)).join(' ')
  return words('purchasing.waiting.because', { sure: confidence ?? 'possible', because: reasons })
}
