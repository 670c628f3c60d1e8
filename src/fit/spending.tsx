/** What is bought in the chosen categories, and by whom: every row with how sure its category is. */
import { labelOf, type Code } from '../categories/index.js'
import { countInWords, moneyExactly, sek } from '../kit/money.js'
import { NOT_STATED, purchasesAddress, type Spent } from '../purchasing/index.js'
import { hrefIn, type Reader, Section, Table, Tag, WRITTEN, Written } from '../web/index.js'

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
              <span lang={WRITTEN}>
                {row.unit ? `${row.unit}, ` : ''}
                <a href={hrefIn(reader, `/buyers/${row.buyerNumber}`)}>{row.buyerName}</a>
              </span>
            ),
          },
          { label: words('fit.report.account'), cell: (row: Spent) => <Written>{row.account}</Written> },
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
            cell: (row: Spent) => <Amount reader={reader} row={row} />,
          },
        ]}
        rows={spent.slice(0, MOST_SPENT)}
        empty={words('fit.report.spentNone')}
      />
      {spent.length > MOST_SPENT && <p>{words('fit.report.spentMore', { count: spent.length - MOST_SPENT })}</p>}
    </Section>
  )
}

/** Leads to the lines that it is the sum of. */
function Amount({ reader, row }: { reader: Reader; row: Spent }) {
  const lines = purchasesAddress(row.buyerNumber, { account: row.account, unit: row.unit ?? NOT_STATED })
  return (
    <a class="ds-link" href={hrefIn(reader, lines)}>
      {moneyExactly(sek(row.amount), reader.language)}
    </a>
  )
}

function Confidence({ reader, of }: { reader: Reader; of: string }) {
  const known = of === 'strong' || of === 'likely' || of === 'possible' ? of : 'unknown'
  return <Tag kind={known === 'strong' ? 'quiet' : 'unverified'}>{reader.words(`categories.confidence.${known}`)}</Tag>
}
