/** What is bought in the chosen categories, and by whom: every row with how sure its category is. */
import { labelOf, type Code } from '../categories/index.js'
import { countInWords, moneyInWords, sek } from '../kit/money.js'
import type { Spent } from '../purchasing/index.js'
import { hrefIn, Section, Table, Tag, type Reader } from '../web/index.js'

const MOST_SPENT = 15

export function Spending({ reader, spent }: { reader: Reader; spent: readonly Spent[] }) {
  const { words, language } = reader
  return (
    <Section title={words('fit.report.spent')} lead={words('fit.report.spentLead')}>
      <Table
        caption={words('fit.report.spent')}
        captionHidden
        columns={[
          {
            label: words('fit.report.unit'),
            cell: (row: Spent) => (
              <span lang="sv">
                {row.unit ? `${row.unit}, ` : ''}
                <a href={hrefIn(reader, `/buyers/${row.buyerNumber}`)}>{row.buyerName}</a>
              </span>
            ),
          },
          { label: words('fit.report.account'), cell: (row: Spent) => <span lang="sv">{row.account}</span> },
          {
            label: words('fit.report.readAs'),
            cell: (row: Spent) => (
              <>
                {labelOf(row.category as Code, language)} <Confidence reader={reader} of={row.confidence} />
              </>
            ),
          },
          {
            label: words('fit.report.lines'),
            kind: 'number',
            cell: (row: Spent) => countInWords(row.lines, language),
          },
          {
            label: words('fit.report.amount'),
            kind: 'number',
            cell: (row: Spent) => moneyInWords(sek(row.amount), language),
          },
        ]}
        rows={spent.slice(0, MOST_SPENT)}
        empty={words('fit.report.spentNone')}
      />
      {spent.length > MOST_SPENT && <p>{words('fit.report.spentMore', { count: spent.length - MOST_SPENT })}</p>}
    </Section>
  )
}

function Confidence({ reader, of }: { reader: Reader; of: string }) {
  const known = of === 'strong' || of === 'likely' || of === 'possible' ? of : 'unknown'
  return <Tag kind={known === 'strong' ? 'quiet' : 'unverified'}>{reader.words(`categories.confidence.${known}`)}</Tag>
}
