import type { Child } from 'hono/jsx'

interface NoticeProps {
  readonly kind?: 'info' | 'done' | 'refusal' | undefined
  readonly title: string
  /** What one can do now. */
  readonly next?: Child
  readonly children?: Child
}

/** What just happened is read out at once; what stands there anyway is read in its turn. */
const ROLE = { info: undefined, done: 'status', refusal: 'alert' } as const

/** Something to know (info), that went through (done), or that cannot be (refusal), each with the next step. */
export function Notice({ kind = 'info', title, next, children }: NoticeProps) {
  return (
    <div class={`notice notice-${kind}`} role={ROLE[kind]}>
      <p class="notice-title">{title}</p>
      {children ? <div class="notice-body">{children}</div> : null}
      {next ? <div class="notice-next">{next}</div> : null}
    </div>
  )
}
