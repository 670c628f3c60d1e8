import type { Child } from 'hono/jsx'

interface Fact {
  readonly label: string
  readonly value: Child
  readonly why?: Child
}

/** What is known about one thing: label and value, line by line. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(({ label, value, why }) => (
        <div>
          <dt>{label}</dt>
          <dd>
            {value}
            {why}
          </dd>
        </div>
      ))}
    </dl>
  )
}
