import type { Says } from '../../reader.js'

interface ByNumber {
  readonly page: number
  readonly pages: number
  readonly href: (page: number) => string
}
interface ByNeighbour {
  readonly previous?: string | undefined
  readonly next?: string | undefined
}

/** Back and on through a list, by page number or where only the neighbours are known. */
export function Pagination(props: { reader: Says; label?: string } & (ByNumber | ByNeighbour)) {
  const { words } = props.reader
  const { previous, next } = 'page' in props ? neighbours(props) : props
  if (!previous && !next) return null
  return (
    <nav class="pages" aria-label={props.label ?? words('web.pages.label')}>
      {previous ? (
        <a class="ds-link" rel="prev" href={previous}>
          ← {words('web.pages.previous')}
        </a>
      ) : null}
      {'page' in props ? <span>{words('web.pages.page', { page: props.page, pages: props.pages })}</span> : null}
      {next ? (
        <a class="ds-link" rel="next" href={next}>
          {words('web.pages.next')} →
        </a>
      ) : null}
    </nav>
  )
}

const neighbours = ({ page, pages, href }: ByNumber): ByNeighbour => ({
  previous: page > 1 ? href(page - 1) : undefined,
  next: page < pages ? href(page + 1) : undefined,
})
