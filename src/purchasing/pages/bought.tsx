/** What a buyer buys, as a picture and a table, from the accounts of its ledgers. */
import { labelOf } from '../../categories/index.js'
import { shareInWords } from '../../kit/money.js'
import { hrefIn, Section, Treemap, Why, type Part, type Reader } from '../../web/index.js'
import { NONE, purchasesAddress, type Selection } from '../selection.js'
import type { DivisionSum } from '../spending.js'
import type { BuyerRow } from '../store/buyers.js'
import { Largest } from './largest.js'
import { accountRows, exactly, LinesLink, money, sumOf } from './parts.js'

const MOST_PARTS = 14
/** The table below the picture. */
const DIVISIONS = 'divisions'

const partOf = ({ division }: DivisionSum): Selection => ({ division: division?.slice(0, 2) ?? NONE })

const nameOf = (reader: Reader, { division }: DivisionSum): string =>
  division ? labelOf(division, reader.language) : reader.words('purchasing.buyer.noCategory')

/** The largest divisions, the rest as one. A division that was credited more than it cost has no area. */
function partsOf(reader: Reader, buyer: BuyerRow, divisions: readonly DivisionSum[]): Part[] {
  const drawn = divisions.filter(({ amount }) => amount > 0)
  const total = sumOf(drawn)
  const part = (label: string, href: string, value: number): Part => ({
    label,
    href,
    value,
    text: money(reader, value),
    share: shareInWords(value / total, reader.language),
  })
  const own = drawn.slice(0, drawn.length > MOST_PARTS ? MOST_PARTS - 1 : MOST_PARTS)
  const linesOf = (one: DivisionSum) => hrefIn(reader, purchasesAddress(buyer.number, partOf(one)))
  const parts = own.map((one) => part(nameOf(reader, one), linesOf(one), one.amount))
  const rest = sumOf(drawn.slice(own.length))
  const restOf = () => ({ ...part(reader.words('purchasing.buyer.rest'), `#${DIVISIONS}`, rest), rest: true })
  return rest > 0 ? [...parts, restOf()] : parts
}

interface BoughtProps {
  readonly reader: Reader
  readonly buyer: BuyerRow
  readonly divisions: readonly DivisionSum[]
}

export function Bought({ reader, buyer, divisions }: BoughtProps) {
  const { words } = reader
  return (
    <Section title={words('purchasing.buyer.bought')}>
      <Treemap
        reader={reader}
        title={words('purchasing.buyer.treemap')}
        description={words('purchasing.buyer.treemapLead')}
        parts={partsOf(reader, buyer, divisions)}
        headings={{
          label: words('purchasing.buyer.division'),
          value: words('purchasing.bought'),
          share: words('purchasing.buyer.share'),
        }}
      />
      <div id={DIVISIONS}>
        <Divisions reader={reader} buyer={buyer} divisions={divisions} />
      </div>
    </Section>
  )
}

function Divisions({ reader, buyer, divisions }: BoughtProps) {
  const { words } = reader
  const sum = (amount: number, part?: Selection) => (
    <LinesLink reader={reader} buyer={buyer.number} selection={part}>
      {exactly(reader, amount)}
    </LinesLink>
  )
  return (
    <Largest
      reader={reader}
      caption={words('purchasing.buyer.byDivision')}
      columns={[
        {
          label: words('purchasing.buyer.division'),
          cell: (row: DivisionSum) => <Division reader={reader} row={row} />,
        },
        {
          label: words('purchasing.bought'),
          kind: 'number',
          cell: (row: DivisionSum) => sum(row.amount, partOf(row)),
        },
        {
          label: words('purchasing.buyer.confidence'),
          cell: (row: DivisionSum) => words(`categories.confidence.${row.confidence}`),
        },
        {
          label: words('purchasing.account'),
          cell: (row: DivisionSum) => <Accounts reader={reader} buyer={buyer} row={row} />,
        },
      ]}
      rows={divisions}
      sum={[sum(sumOf(divisions)), '', '']}
    />
  )
}

function Division({ reader, row }: { reader: Reader; row: DivisionSum }) {
  if (!row.division) return <>{nameOf(reader, row)}</>
  return (
    <a class="ds-link" href={hrefIn(reader, `/categories/${row.division}`)}>
      {nameOf(reader, row)}
    </a>
  )
}

/** Each account that was read as this division, and how sure that reading is. */
function Accounts({ reader, buyer, row }: { reader: Reader; buyer: BuyerRow; row: DivisionSum }) {
  const { words } = reader
  const sure = (confidence: DivisionSum['confidence']) => words(`categories.confidence.${confidence}`)
  return (
    <Why
      reader={reader}
      summary={words('purchasing.accounts', { count: row.accounts.length })}
      about={nameOf(reader, row)}
      rows={accountRows(reader, buyer.number, row.accounts, partOf(row)).map(({ label, value }, at) => ({
        label,
        value: (
          <>
            {value}. {words('purchasing.buyer.read', { confidence: sure(row.accounts[at]?.confidence ?? 'unknown') })}
          </>
        ),
      }))}
      note={words('purchasing.buyer.readNote')}
    />
  )
}
