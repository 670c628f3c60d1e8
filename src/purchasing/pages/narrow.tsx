/** What a list is narrowed by: choices beside each other, and the way back to all of it. */
import type { Child } from 'hono/jsx'
import { Actions, ActionLink, Button, Field, Form, hrefIn, type Reader } from '../../web/index.js'
import { Folded } from './folded.js'

interface NarrowProps {
  readonly reader: Reader
  /** The list's own address, without what it is narrowed by. */
  readonly to: string
  readonly label: string
  readonly button: string
  /** The words of the way back; undefined where nothing is narrowed. */
  readonly all: string | undefined
  readonly many?: boolean
  /** Beside what is asked most: choices that are a step away on a narrow page. */
  readonly more?: { readonly summary: string; readonly choices: Child } | undefined
  readonly children?: Child
}

export function Narrow({ reader, to, label, button, all, many, more, children }: NarrowProps) {
  return (
    <Form action={hrefIn(reader, to)} method="get" label={label}>
      <div class={many ? 'narrow narrow-many' : 'narrow'}>{children}</div>
      {more ? (
        <Folded summary={more.summary}>
          <div class="narrow narrow-many">{more.choices}</div>
        </Folded>
      ) : null}
      <Actions>
        <Button kind="secondary">{button}</Button>
        {all === undefined ? null : (
          <ActionLink kind="quiet" href={hrefIn(reader, to)}>
            {all}
          </ActionLink>
        )}
      </Actions>
    </Form>
  )
}

export interface Option {
  readonly value: string
  readonly label: string
  /** The label's language, where a source wrote it. */
  readonly lang?: string
}
interface ChooseProps {
  readonly reader: Reader
  readonly name: string
  readonly label: string
  /** What choosing nothing is called. */
  readonly any: string
  readonly options: readonly Option[]
  readonly chosen: string | undefined
  readonly hint?: string | undefined
}

/** What was chosen stands there even where it is none of the options. */
export function Choose({ reader, name, label, any, options, chosen, hint }: ChooseProps) {
  const isMissing = chosen !== undefined && options.every(({ value }) => value !== chosen)
  return (
    <Field
      reader={reader}
      name={name}
      kind="select"
      optional
      unmarked
      label={label}
      hint={hint}
      empty={any}
      options={isMissing ? [...options, { value: chosen, label: chosen }] : options}
      value={chosen}
    />
  )
}
