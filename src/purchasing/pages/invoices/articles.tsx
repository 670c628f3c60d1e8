/** What everyone sees of the articles on an import's invoices. */
import { instantInWords, type Instant } from '../../../kit/day.js'
import { Page, type Reader } from '../../../web/index.js'
import type { Shows } from '../../articles.js'
import type { ArticleRow } from '../../store/articles.js'
import type { ImportRow } from '../imports.js'
import { ArticleTable } from './table.js'

interface ArticlesPageProps {
  readonly reader: Reader
  readonly row: ImportRow
  readonly published: { readonly shows: Shows; readonly at: Instant }
  readonly rows: readonly ArticleRow[]
}

export function ArticlesPage({ reader, row, published, rows }: ArticlesPageProps) {
  const { words, language } = reader
  const { shows, at } = published
  return (
    <Page
      reader={reader}
      title={words('purchasing.invoices.articles')}
      lead={words('purchasing.invoices.publicLead', { file: row.file, at: instantInWords(at, language) })}
      wide
    >
      <ArticleTable reader={reader} caption={words('purchasing.invoices.articles')} rows={rows} shows={shows} />
      <p>{words('purchasing.invoices.leftOut', { shows })}</p>
    </Page>
  )
}
