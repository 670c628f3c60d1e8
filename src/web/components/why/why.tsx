import type { Child } from 'hono/jsx'
import type { Citation } from '../../../kit/cite.js'
import type { Says } from '../../reader.js'
import { SourceList } from '../sources/sources.js'

export type Confidence = 'verified' | 'unverified' | 'unknown'

interface WhyProps {
  readonly reader: Says
  /** What the figure is, for those who hear the page: 'the saving'. */
  readonly about?: string | undefined
  /** Instead of 'Why?'. */
  readonly summary?: string | undefined
  /** Inputs, factor or rule, in the order one would work it out. */
  readonly rows?: readonly { readonly label: Child; readonly value: Child }[] | undefined
  readonly sources?: readonly Citation[] | undefined
  readonly confidence?: Confidence | undefined
  readonly note?: Child
}

/** The quiet door behind every derived figure: what it was worked out from, by which rule, how sure that is. */
export function Why({ reader, about, summary, rows = [], sources = [], confidence, note }: WhyProps) {
  const { words } = reader
  return (
    <details class="why">
      <summary class="quiet-summary">
        {summary ?? words('web.why.summary')}
        {about ? <span class="ds-sr-only">{` ${words('web.why.about', { about })}`}</span> : null}
      </summary>
      <div class="why-body">
        {rows.length ? (
          <dl>
            {rows.map(({ label, value }) => (
              <div>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        {note ? <div>{note}</div> : null}
        {sources.length ? (
          <>
            <p class="why-sources">{words('web.why.sources')}</p>
            <SourceList reader={reader} sources={sources} />
          </>
        ) : null}
        {confidence ? <p class={`why-confidence why-${confidence}`}>{words(`web.why.${confidence}`)}</p> : null}
      </div>
    </details>
  )
}
