/** Which factors bring the uncertainty: where a line in kilograms instead of money is worth most. */
import { shareInWords } from '../../kit/money.js'
import { Section, Table, type Reader } from '../../web/index.js'
import { categoryCalled } from '../naming.js'
import { itemCalled } from '../rules/items.js'
import { categoryOfFactor } from '../rules/portfolio.js'
import type { Seeing } from '../seen.js'

const MOST = 5

export function Better({ reader, seeing }: { reader: Reader; seeing: Seeing }) {
  const { words, language } = reader
  const rows = seeing.whole.sum.uncertainty.slice(0, MOST)
  if (rows.length === 0) return null
  return (
    <Section title={words('impact.better.title')} lead={words('impact.better.lead')}>
      <Table
        caption={words('impact.better.title')}
        captionHidden
        columns={[
          {
            label: words('impact.better.what'),
            cell: ({ factor }) =>
              itemCalled(factor)?.called[language] ??
              categoryCalled(categoryOfFactor(seeing.whole.entries, factor), words),
          },
          { label: words('impact.better.share'), kind: 'number', cell: ({ share }) => shareInWords(share, language) },
          {
            label: words('impact.better.factor'),
            cell: ({ factor }) =>
              factor.startsWith('figaro') ? words('impact.better.money') : words('impact.better.mass'),
          },
        ]}
        rows={rows}
        empty=""
      />
    </Section>
  )
}
