import type { Child } from 'hono/jsx'

/** More for those who want it. Nothing a reader needs may hide here. */
export function Disclosure({ summary, open, children }: { summary: string; open?: boolean; children?: Child }) {
  return (
    <details class="disclosure" open={open}>
      <summary>{summary}</summary>
      <div class="disclosure-body">{children}</div>
    </details>
  )
}
