import type { Child } from 'hono/jsx'
import type { Link } from '../../reader.js'

export interface ListedLink extends Link {
  /** Beside the link: a code, a count, or a file's format and size. */
  readonly detail?: Child
  /** The browser saves what stands there instead of showing it. */
  readonly download?: boolean | undefined
}

/** Places to go, or files to fetch, each with a word about it. */
export function LinkList({ links }: { links: readonly ListedLink[] }) {
  return (
    <ul class="link-list">
      {links.map(({ href, label, detail, download }) => (
        <li>
          <a class="ds-link" href={href} download={download}>
            {label}
          </a>
          {detail ? <span class="link-detail"> {detail}</span> : null}
        </li>
      ))}
    </ul>
  )
}
