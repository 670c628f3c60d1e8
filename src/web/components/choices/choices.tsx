import type { Says } from '../../reader.js'
import { describedBy, fieldId, Notes, Optional } from '../field/parts.js'

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
  const isChosen = (value: string) =>
    typeof chosen === 'string' ? chosen === value : (chosen?.includes(value) ?? false)
  return (
    <fieldset class={error ? 'choices field-wrong' : 'choices'} aria-describedby={describedBy(id, { hint, error })}>
      <legend>
        {legend}
        {optional ? <Optional reader={reader} /> : null}
      </legend>
      <Notes {...{ reader, id, hint, error }} />
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
