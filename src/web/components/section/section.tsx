import type { Child } from 'hono/jsx'

interface SectionProps {
  readonly title: string
  readonly id?: string | undefined
  readonly lead?: Child
  readonly children?: Child
}

/** A part of a page under its own heading. */
export function Section({ title, id, lead, children }: SectionProps) {
  return (
    <section class="section" id={id}>
      <h2>{title}</h2>
      {lead ? <p>{lead}</p> : null}
      {children}
    </section>
  )
}
