import type { Child } from 'hono/jsx'
import type { Says } from '../../reader.js'

export type TagKind = 'internal' | 'published' | 'unverified' | 'framework' | 'now' | 'quiet'

interface TagProps {
  readonly kind?: TagKind | undefined
  /** With a reader and no children the kind says its own word. */
  readonly reader?: Says | undefined
  readonly children?: Child
}

/** One word about a thing's state, in words; the border only helps. */
export function Tag({ kind = 'quiet', reader, children }: TagProps) {
  const own = reader && kind !== 'quiet' ? reader.words(`web.tag.${kind}`) : undefined
  return <span class={`tag tag-${kind}`}>{children ?? own}</span>
}
