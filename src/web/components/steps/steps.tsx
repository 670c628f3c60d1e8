import type { Child } from 'hono/jsx'

/** Short instructions in order. */
export function Steps({ steps }: { steps: readonly { readonly title: Child; readonly body?: Child }[] }) {
  return (
    <ol class="steps">
      {steps.map(({ title, body }) => (
        <li>
          <p class="steps-title">{title}</p>
          {body ? <div class="steps-body">{body}</div> : null}
        </li>
      ))}
    </ol>
  )
}
