import type { Child } from 'hono/jsx'

interface Figure {
  readonly label: string
  readonly value: Child
  readonly detail?: Child
  readonly why?: Child
}

/** A date in words would break at the size of a sum. */
const LONG = 12
const isLong = (value: Child): boolean => typeof value === 'string' && value.length > LONG

/** The one or two figures a page is about. A third belongs in the text or the table. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl class="figures">
      {figures.map(({ label, value, detail, why }) => (
        <div class="figure">
          <dt>{label}</dt>
          <dd class={isLong(value) ? 'figure-value figure-long' : 'figure-value'}>{value}</dd>
          {detail ? <dd class="figure-detail">{detail}</dd> : null}
          {why ? <dd>{why}</dd> : null}
        </div>
      ))}
    </dl>
  )
}
