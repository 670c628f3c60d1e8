/** What fields and choices say about their question in the same way. */
import type { Says } from '../../reader.js'

export const fieldId = (name: string): string => `field-${name.replace(/[^\w-]/g, '-')}`

export function Optional({ reader }: { reader: Says }) {
  return <span class="field-optional"> ({reader.words('web.field.optional')})</span>
}

interface NotesProps {
  readonly reader: Says
  readonly id: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
}

/** Help before answering, and what was wrong with the answer. */
export function Notes({ reader, id, hint, error }: NotesProps) {
  return (
    <>
      {hint ? (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p class="field-error" id={`${id}-error`}>
          <span class="ds-sr-only">{reader.words('web.field.error')} </span>
          {error}
        </p>
      ) : null}
    </>
  )
}

type Said = Partial<Record<'hint' | 'error' | 'suffix' | 'limit', unknown>>

/** The ids of what is said, in the order it is read out. */
export const describedBy = (id: string, said: Said): string | undefined =>
  (['hint', 'error', 'suffix', 'limit'] as const)
    .filter((part) => said[part])
    .map((part) => `${id}-${part}`)
    .join(' ') || undefined
