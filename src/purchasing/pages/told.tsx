/** The door behind a fact: which file told it, on which line, and what each of them said. */
import type { Child } from 'hono/jsx'
import type { Day } from '../../kit/day.js'
import { hrefIn, Why, type Reader } from '../../web/index.js'

/** One source of a procurement, as the store reads it. */
export interface ToldBy {
  readonly import: string
  readonly file: string
  readonly line: number
  readonly title: string
  readonly category: string | null
  readonly procedure: string | null
  readonly agreement: 'framework' | 'contract' | null
  readonly publishedOn: Day | null
  readonly value: number | null
}
interface ToldProps {
  readonly reader: Reader
  /** What the fact is called. */
  readonly about: string
  readonly sources: readonly ToldBy[]
  /** What a source says of it; null where it is silent. */
  readonly told: (source: ToldBy) => Child | null
}

/** Nothing where no source tells: then the fact is unknown and says so itself. */
export function Told({ reader, about, sources, told }: ToldProps) {
  const rows = sources.flatMap((source) => {
    const said = told(source)
    return said === null || said === 0 ? [] : [{ label: <Place reader={reader} {...source} />, value: said }]
  })
  if (rows.length === 0) return null
  return (
    <Why
      reader={reader}
      about={about}
      summary={reader.words('purchasing.why.source')}
      note={
        <ul>
          {rows.map(({ label, value }) => (
            <li>
              {label}: {value}
            </li>
          ))}
        </ul>
      }
    />
  )
}

/** 'awards.csv, rad 12', leading to the import's own page. */
export const Place = ({ reader, ...at }: { reader: Reader } & Pick<ToldBy, 'import' | 'file' | 'line'>) => (
  <a class="ds-link file-name" href={hrefIn(reader, `/imports/${at.import}`)}>
    {reader.words('purchasing.procurement.place', { file: at.file, line: at.line })}
  </a>
)
