import type { Child } from 'hono/jsx'

/** Nothing here yet: says so, and what would fill it. */
export function Empty({ title, next, children }: { title?: string; next?: Child; children?: Child }) {
  return (
    <div class="empty">
      {title ? <p class="empty-title">{title}</p> : null}
      <div>{children}</div>
      {next ? <div class="empty-next">{next}</div> : null}
    </div>
  )
}
