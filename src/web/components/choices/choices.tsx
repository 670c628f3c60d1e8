import type { Says } from '../../reader.js'
import { FieldError, fieldId } from '../field/field.js'

interface Choice {
  readonly value: string
  readonly label: string
  readonly description?: string | undefined
}
interface ChoicesProps {
  readonly reader: Says
  readonly name: string
  readonly legend: string
  readonly kind?: 'radio' | 'checkbox' | undefined
  readonly choices: readonly Choice[]
  readonly chosen?: string | readonly string[] | undefined
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly optional?: boolean | undefined
}

/** One question with answers to choose among: one (radio) or several (checkbox). */
export function Choices(props: ChoicesProps) {
  const { reader, name, legend, kind = 'radio', choices, chosen, hint, error, optional } = props
  const id = fieldId(name)
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  const isChosen = (value: string) =>
    typeof chosen === 'string' ? chosen === value : (chosen?.includes(value) ?? false)
  return (
    <fieldset class={error ? 'choices field-wrong' : 'choices'} aria-describedby={described}>
      <legend>
        {legend}
        {optional ? <span class="field-optional"> ({reader.words('web.field.optional')})</span> : null}
      </legend>
      {hint ? (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? <FieldError reader={reader} id={`${id}-error`} error={error} /> : null}
      {choices.map((choice, at) => (
        <Option {...{ name, kind, choice, id: at === 0 ? id : `${id}-${at + 1}`, chosen: isChosen(choice.value) }} />
      ))}
    </fieldset>
  )
}

interface OptionProps {
  readonly name: string
  readonly kind: 'radio' | 'checkbox'
  readonly choice: Choice
  readonly id: string
  readonly chosen: boolean
}

function Option({ name, kind, choice, id, chosen }: OptionProps) {
  const about = choice.description ? `${id}-about` : undefined
  return (
    <div class="choice">
      <input
        class="ds-input"
        type={kind}
        {...{ id, name }}
        value={choice.value}
        checked={chosen}
        aria-describedby={about}
      />
      <label for={id}>{choice.label}</label>
      {about ? (
        <p class="field-hint" id={about}>
          {choice.description}
        </p>
      ) : null}
    </div>
  )
}
