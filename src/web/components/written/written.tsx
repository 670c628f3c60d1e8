import type { Child } from 'hono/jsx'

/** The language of every source read so far; a page in another language must say so, or it is read aloud as its own. */
export const WRITTEN = 'sv'

/** Text as a source wrote it: the title of a procurement, the name of a unit or an account. */
export function Written({ children }: { children?: Child }) {
  return <span lang={WRITTEN}>{children}</span>
}
