/** What is bought in the chosen categories, by whom, and apart from it what stands on broader accounts. */
import { labelOf, type Code } from '../categories/index.js'
import { countInWords, moneyExactly, sek } from '../kit/money.js'
import { NOT_STATED, purchasesAddress, type Spent } from '../purchasing/index.js'
import { hrefIn, type Reader, Section, Table, Tag, type Column, WRITTEN, Written } from '../web/index.js'

const MOST_SPENT = 15
/** Where the key figures lead for what they do not count. */
export const BROADER = 'broader'

interface SpendingProps {
  readonly reader: Reader
  readonly spent: readonly Spent[]
  readonly broader: readonly Spent[]
}

export function Spending({ reader, spent, broader }: SpendingProps) {
  const { words } = reader
  return (
    <Section title={words('fit.report.spent')} lead={words('fit.report.spentLead')}>
      <Accounts reader={reader} caption={words('fit.report.spentWithin')} spent={spent} />
      {broader.length > 0 && (
        <div id={BROADER}>
          <Accounts reader={reader} caption={words('fit.report.spentBroader')} spent={broader} />
          <p>{words('fit.report.spentBroaderNote')}</p>
        </div>
      )}
    </Section>
  )
}

function Accounts({ reader, caption, spent }: { reader: Reader; caption: string; spent: readonly Spent[] }) {
  const { words } = reader
  return (
    <>
      <Table
        caption={caption}
        columns={columnsFor(reader)}
        rows={spent.slice(0, MOST_SPENT)}
        empty={words('fit.report.spentNone')}
      />
      {spent.length > MOST_SPENT && <p>{words('fit.report.spentMore', { count: spent.length - MOST_SPENT })}</p>}
    </>
  )
}

const columnsFor = (reader: Reader): Column<Spent>[] => [
  {
    label: reader.words('fit.report.unit'),
    cell: (row) => (
      <span lang={WRITTEN}>
        {row.unit ? `${row.unit}, ` : ''}
        <a href={hrefIn(reader, `/buyers/${row.buyerNumber}`)}>{row.buyerName}</a>
      </span>
    ),
  },
  { label: reader.words('fit.report.account'), cell: (row) => <Written>{row.account}</Written> },
  {
    label: reader.words('fit.report.readAs'),
    cell: (row) => (
      <>
        {labelOf(row.category as Code, reader.language)} <Confidence reader={reader} of={row.confidence} />
      </>
    ),
  },
  {
    label: reader.words('fit.report.lines'),
    kind: 'number',
    cell: (row) => countInWords(row.lines, reader.language),
  },
  {
    label: reader.words('fit.report.amount'),
    kind: 'number',
    cell: (row) => <Amount reader={reader} row={row} />,
  },
]

/** Leads to the lines that it is the sum of. */
function Amount({ reader, row }: { reader: Reader; row: Spent }) {
  const lines = purchasesAddress(row.buyerNumber, {
    account: row.account,
    unit: row.unit ?? NOT_STATED,
    division: row.category,
  })
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
