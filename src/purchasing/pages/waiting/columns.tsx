/** Per field the column that holds it, with why it was guessed. */
import { Disclosure, Field, Section, WRITTEN, type Reader } from '../../../web/index.js'
import type { FieldGuess } from '../../import/mapping/index.js'
import { isNeededAlone, KINDS } from '../../waiting.js'
import { errorAt, type WaitingProps } from './props.js'

/** What was found or must be found stands first; the rest is folded, for files that have it after all. */
export function Columns(props: WaitingProps) {
  const { reader, judgement } = props
  const { words } = reader
  const { mapping, guess } = judgement
  const isFirst = ({ field, isNeeded }: FieldGuess) => isNeeded || mapping.columns[field] !== undefined
  const rest = guess.fields.filter((one) => !isFirst(one))
  return (
    <Section title={words('purchasing.waiting.columns')} lead={words('purchasing.waiting.columnsLead')}>
      <div class="asked">
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
        <Chosen {...props} fields={guess.fields.filter(isFirst)} />
        {rest.length ? (
          <Disclosure summary={words('purchasing.waiting.rest', { count: rest.length })}>
            <Chosen {...props} fields={rest} />
          </Disclosure>
        ) : null}
      </div>
    </Section>
  )
}

const Chosen = (props: WaitingProps & { fields: readonly FieldGuess[] }) => (
  <div class="asked asked-columns">
    {props.fields.map((guess) => (
      <Column {...props} guess={guess} />
    ))}
  </div>
)

function Column(props: WaitingProps & { guess: FieldGuess }) {
  const { reader, columns, judgement, guess } = props
  const { words } = reader
  const { field } = guess
  const { kind } = judgement.mapping
  const label = words(`purchasing.import.mapping.field.${field}`)
  const names = [...new Set(columns.map((column) => column.trim()))].filter(Boolean)
  return (
    <Field
      reader={reader}
      name={`column.${field}`}
      kind="select"
      label={isNeededAlone(kind, field) ? words('purchasing.waiting.needed', { label }) : label}
      value={judgement.mapping.columns[field]}
      hint={judgement.mapping.columns[field] === guess.column ? reasonOf(reader, guess) : undefined}
      optional
      unmarked
      empty={words('purchasing.waiting.none')}
      options={names.map((value) => ({ value, label: value, lang: WRITTEN }))}
      error={errorAt(props, `column.${field}`)}
    />
  )
}

function reasonOf({ words }: Reader, { column, confidence, because }: FieldGuess): string {
  if (column === undefined) return words('purchasing.waiting.noGuess')
  const reasons = because.map((one) => words.of(one)).join(' ')
  return words('purchasing.waiting.because', { sure: confidence ?? 'possible', because: reasons })
}
