import type { Citation } from '../../../kit/cite.js'
import type { Says } from '../../reader.js'

interface SourcesProps {
  readonly reader: Says
  readonly sources: readonly Citation[]
  readonly title?: string | undefined
}

/** What a page or a figure rests on: source, place in it, year, licence. */
export function Sources({ reader, sources, title = reader.words('web.sources.title') }: SourcesProps) {
  if (!sources.length) return null
  return (
    <div class="sources">
      <p class="sources-title">{title}</p>
      <SourceList reader={reader} sources={sources} />
    </div>
  )
}

export function SourceList({ reader, sources }: { reader: Says; sources: readonly Citation[] }) {
  return (
    <ul class="source-list">
      {sources.map((source) => (
        <li>
          <Source reader={reader} source={source} />
        </li>
      ))}
    </ul>
  )
}

function Source({ reader, source }: { reader: Says; source: Citation }) {
  const name = source.url ? (
    <a class="ds-link" href={source.url}>
      {source.source}
    </a>
  ) : (
    source.source
  )
  const rest = [
    source.place,
    source.year === undefined ? undefined : String(source.year),
    source.licence && reader.words('web.sources.licence', { licence: source.licence }),
  ].filter(Boolean)
  return (
    <>
      {name}
      {rest.length ? `, ${rest.join(', ')}` : ''}
    </>
  )
}
