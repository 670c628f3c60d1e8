import type { Child } from 'hono/jsx'
import type { Says } from '../../reader.js'

/** The honest answer where there is none, with what would make it known. */
export function Unknown({ reader, known }: { reader: Says; known?: Child }) {
  return (
    <span class="unknown">
      <span class="unknown-word">{reader.words('web.unknown.word')}</span>
      {known ? (
        <span class="unknown-known">
          {` ${reader.words('web.unknown.known')} `}
          {known}
        </span>
      ) : null}
    </span>
  )
}
