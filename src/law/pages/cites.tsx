/** Places in the law, each a link, and those that a lawyer has not yet checked said to be so. */
import { dayInWords } from '../../kit/day.js'
import type { Reader } from '../../web/index.js'
import type { Cited } from '../rules/cites.js'
import type { Note } from '../rules/routes/route.js'

export function Cites({ reader, cites }: { reader: Reader; cites: readonly Cited[] }) {
  if (!cites.length) return null
  return (
    <ul class="law-cites" aria-label={reader.words('law.page.cites')}>
      {cites.map((cite) => (
        <li>
          <a class="ds-link" data-color="neutral" href={cite.url}>
            {`${cite.source} ${cite.place}`}
          </a>
          {markOf(reader, cite)}
        </li>
      ))}
    </ul>
  )
}

/** Who has verified the place, or that our own source of it is poor. */
function markOf({ words, language }: Reader, { mark, verified }: Cited): string | null {
  if (verified) return ` (${words('law.page.verifiedBy', { by: verified.by, day: dayInWords(verified.on, language) })})`
  return mark === 'weak' ? ` (${words('law.page.weak')})` : null
}

export function Notes({ reader, title, notes }: { reader: Reader; title: string; notes: readonly Note[] }) {
  if (!notes.length) return null
  return (
    <>
      <h3>{title}</h3>
      <ul class="law-notes">
        {notes.map(({ because, cites }) => (
          <li>
            {reader.words.of(because)}
            <Cites reader={reader} cites={cites} />
          </li>
        ))}
      </ul>
    </>
  )
}
