import type { Says } from '../../reader.js'
import { describedBy, fieldId, Notes, Optional } from './parts.js'

export interface FieldProps {
  readonly reader: Says
  readonly name: string
  readonly label: string
  readonly kind?: FieldKind | undefined
  readonly value?: string | undefined
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly optional?: boolean | undefined
  /** Not said to be optional: a filter, which no one expects to have to fill in. */
  readonly unmarked?: boolean | undefined
  readonly autocomplete?: string | undefined
  /** The most characters accepted; said beforehand, counted down by script. */
  readonly limit?: number | undefined
  readonly rows?: number | undefined
  readonly options?: readonly Option[] | undefined
  /** The first, empty option of a select; false leaves it out. */
  readonly empty?: string | false | undefined
  readonly inputmode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search' | undefined
  readonly width?: 'short' | 'medium' | 'full' | undefined
  /** The unit written after the box: 'kr', 'months'. */
  readonly suffix?: string | undefined
  readonly accept?: string | undefined
  readonly multiple?: boolean | undefined
}
interface Option {
  readonly value: string
  readonly label: string
  /** The label's language, when it is not the page's. */
  readonly lang?: string | undefined
}
type FieldKind =
  'text' | 'email' | 'number' | 'date' | 'search' | 'url' | 'tel' | 'password' | 'file' | 'textarea' | 'select'

/** One question with one answer. Hint, limit and error are read out together with it. */
export function Field(props: FieldProps) {
  const { reader, name, label, hint, error, limit, optional, unmarked } = props
  const id = fieldId(name)
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label for={id}>
        {label}
        {optional && !unmarked ? <Optional reader={reader} /> : null}
      </label>
      <Notes {...{ reader, id, hint, error }} />
      <span class={props.suffix ? 'field-box field-suffixed' : 'field-box'}>
        <Control {...props} />
        {props.suffix ? <span id={`${id}-suffix`}>{props.suffix}</span> : null}
      </span>
      {limit ? <Limit reader={reader} id={id} limit={limit} /> : null}
    </div>
  )
}

function Limit({ reader: { words }, id, limit }: { reader: Says; id: string; limit: number }) {
  return (
    <p
      class="field-limit"
      id={`${id}-limit`}
      data-limit={limit}
      data-left={words('web.field.left')}
      data-over={words('web.field.over')}
    >
      {words('web.field.limit', { count: limit })}
    </p>
  )
}

function Control(props: FieldProps) {
  const { kind = 'text', value, optional, error, autocomplete, width = 'full' } = props
  const shared = {
    id: fieldId(props.name),
    name: props.name,
    class: `ds-input field-${width}`,
    required: optional ? undefined : true,
    autocomplete,
    'aria-invalid': error ? 'true' : undefined,
    'aria-describedby': describedBy(fieldId(props.name), props),
  }
  if (kind === 'textarea')
    return (
      <textarea {...shared} rows={props.rows ?? 6}>
        {value}
      </textarea>
    )
  if (kind === 'select') return <Select {...props} shared={shared} />
  return (
    <input
      {...shared}
      type={kind}
      value={kind === 'file' ? undefined : value}
      inputmode={props.inputmode}
      accept={props.accept}
      multiple={props.multiple}
    />
  )
}

function Select({ reader, options = [], value, empty, shared }: FieldProps & { shared: Record<string, unknown> }) {
  return (
    <select {...shared}>
      {empty === false ? null : <option value="">{empty ?? reader.words('web.field.choose')}</option>}
      {options.map((option) => (
        <option value={option.value} selected={option.value === value} lang={option.lang}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
