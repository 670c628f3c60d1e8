/** What is a step away on a narrow page, and stands openly where there is room and on paper. */
import type { Child } from 'hono/jsx'

export const Folded = ({ summary, children }: { summary: string; children?: Child }) => (
  <details class="disclosure folded">
    <summary>{summary}</summary>
    <div class="disclosure-body">{children}</div>
  </details>
)
