/** The sources behind the entries that are shown, each once, with the line that its licence asks for. */
import { Sources, type Reader } from '../../web/index.js'
import type { Citation } from '../../kit/cite.js'
import type { Book } from '../acts/book.js'
import type { Factor } from '../rules/factor.js'
import type { Entry } from '../rules/portfolio.js'

interface CreditsProps {
  readonly reader: Reader
  readonly book: Book
  readonly entries: readonly Entry[]
}

export function Credits({ reader, book, entries }: CreditsProps) {
  const used = factorsOf(book, entries)
  const credits = [...new Set(used.flatMap(({ credit }) => credit ?? []))]
  return (
    <>
      {credits.map((credit) => (
        <p lang="en">{credit}</p>
      ))}
      <Sources reader={reader} sources={sourcesOf(used)} />
    </>
  )
}

/** One of each database is enough here; each figure opens to its own. */
function factorsOf({ basis }: Book, entries: readonly Entry[]): Factor[] {
  const databases = new Set(entries.flatMap(({ part }) => part?.database ?? []))
  return [...databases].flatMap((name) => basis.factors.find(({ database }) => database === name) ?? [])
}

const sourcesOf = (factors: readonly Factor[]): Citation[] => factors.map(({ source: { place: _, ...whole } }) => whole)
