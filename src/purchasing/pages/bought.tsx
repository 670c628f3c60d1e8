/** What a buyer buys, as a picture and a table, by category, people served, unit, supplier or account. */
import { labelOf } from '../../categories/index.js'
import { shareInWords, type Currency } from '../../kit/money.js'
import { hrefIn, Section, Switch, Treemap, Why, Written, type Column, type Part, type Reader } from '../../web/index.js'
import { addressed } from '../asked.js'
import { WAYS, type Parting, type Way } from '../bought.js'
import { NONE, purchasesAddress, type Selection } from '../selection.js'
import type { DivisionSum } from '../spending.js'
import type { BuyerRow } from '../store/buyers.js'
import { Largest } from './largest.js'
import { accountRows, counted, exactly, LinesLink, money, Said, sumOf } from './parts.js'
import { servedIn } from './unit-parts.js'

const MOST_PARTS = 12
/** The largest account of a category stands on the page; all of them can be opened from its lines. */
const MOST_ACCOUNTS = 1
/** The table below the picture. */
const TABLE = 'parts'

/** Everything asked of the buyer's page that its sums depend on. */
export interface Seen {
  readonly by: Way
  readonly year: number | undefined
  readonly currency: Currency
}
interface BoughtProps {
  readonly reader: Reader
  readonly buyer: BuyerRow
  readonly seen: Seen
  readonly years: readonly number[]
  readonly parts: readonly Parting[]
  /** Of all parts, also those that are not here one by one. */
  readonly whole: number
  /** What is of no known category. */
  readonly unknown: { readonly amount: number; readonly lines: number }
}

/** Lines of what is seen; the buyer's own currency need not be said. */
export const within = ({ currency: own }: BuyerRow, { year, currency }: Seen, of: Selection = {}): Selection => ({
  ...of,
  year: year?.toString(),
  currency: currency === own ? undefined : currency,
})

export const seenAddress = (buyer: BuyerRow, { by, year, currency }: Seen): string =>
  addressed(`/buyers/${buyer.number}`, {
    by: by === 'category' ? undefined : by,
    year,
    currency: currency === buyer.currency ? undefined : currency,
  })

export function Bought(props: BoughtProps) {
  const { reader, seen } = props
  const { words } = reader
  return (
    <Section title={words('purchasing.buyer.bought')} id="bought">
      <Ways {...props} />
      <Treemap
        reader={reader}
        title={words('purchasing.judged.by.title', { by: seen.by })}
        description={words('purchasing.judged.by.lead', { by: seen.by })}
        parts={tilesOf(props)}
        headings={{
          label: words(`purchasing.judged.by.${seen.by}`),
          value: words('purchasing.bought'),
          share: words('purchasing.buyer.share'),
        }}
      />
      <UnknownShare {...props} />
      <div id={TABLE}>
        <Parts {...props} />
        {seen.by === 'category' ? <p>{words('purchasing.buyer.readNote')}</p> : null}
        {seen.by === 'supplier' ? <p>{words('purchasing.buyer.suppliersLead', { reach: reader.reach })}</p> : null}
      </div>
    </Section>
  )
}

function Ways({ reader, buyer, seen, years }: BoughtProps) {
  const { words } = reader
  const at = (changed: Partial<Seen>) => hrefIn(reader, `${seenAddress(buyer, { ...seen, ...changed })}#bought`)
  const ways = WAYS.map((by) => ({
    href: at({ by }),
    label: words(`purchasing.judged.by.${by}`),
    current: by === seen.by,
  }))
  const all = { href: at({ year: undefined }), label: words('purchasing.judged.by.anyYear'), current: !seen.year }
  const own = years.map((year) => ({ href: at({ year }), label: String(year), current: year === seen.year }))
  return (
    <>
      <Switch label={words('purchasing.judged.by.label')} ways={ways} />
      {years.length > 1 || seen.year ? (
        <Switch label={words('purchasing.judged.by.year')} ways={[all, ...own]} />
      ) : null}
    </>
  )
}

function nameOf(reader: Reader, { called }: Parting): string {
  if (called.as === 'written') return called.name
  if (called.as === 'category') return labelOf(called.code, reader.language)
  if (called.as === 'served') return servedIn(reader, called.served)
  if (called.of === 'supplier') return reader.words('purchasing.buyer.notNamed', { reach: reader.reach })
  return reader.words(called.of === 'unit' ? 'purchasing.buyer.noUnit' : 'purchasing.buyer.noCategory')
}

/** The largest parts, the rest as one. A part that was credited more than it cost has no area. */
function tilesOf({ reader, buyer, seen, parts, whole }: BoughtProps): Part[] {
  const drawn = parts.filter(({ amount }) => amount > 0).sort((a, b) => b.amount - a.amount)
  const total = Math.max(whole, sumOf(drawn))
  const tile = (label: string, href: string | undefined, value: number): Part => ({
    label,
    href,
    value,
    text: money(reader, value, seen.currency),
    share: shareInWords(value / total, reader.language),
  })
  const own = drawn.slice(0, drawn.length > MOST_PARTS ? MOST_PARTS - 1 : MOST_PARTS)
  const linesOf = ({ selection }: Parting) =>
    selection && hrefIn(reader, purchasesAddress(buyer.number, within(buyer, seen, selection)))
  const tiles = own.map((one) => tile(nameOf(reader, one), linesOf(one), one.amount))
  const rest = total - sumOf(own)
  if (rest <= 0) return tiles
  return [...tiles, { ...tile(reader.words('purchasing.judged.by.rest'), `#${TABLE}`, rest), rest: true }]
}

function UnknownShare({ reader, buyer, seen, unknown, whole }: BoughtProps) {
  if (unknown.lines === 0 || whole <= 0) return null
  const share = shareInWords(Math.max(unknown.amount, 0) / whole, reader.language)
  return (
    <p>
      <LinesLink reader={reader} buyer={buyer.number} selection={within(buyer, seen, { division: NONE })}>
        {share}
      </LinesLink>{' '}
      {reader.words('purchasing.judged.by.unknownShare')} ({money(reader, unknown.amount, seen.currency)}).
    </p>
  )
}

function Parts(props: BoughtProps) {
  const { reader, buyer, seen, parts, whole } = props
  const { words } = reader
  const sum = (amount: number, selection: Selection | undefined) =>
    selection ? (
      <LinesLink reader={reader} buyer={buyer.number} selection={within(buyer, seen, selection)}>
        {exactly(reader, amount, seen.currency)}
      </LinesLink>
    ) : (
      exactly(reader, amount, seen.currency)
    )
  const columns: Column<Parting>[] = [
    { label: words(`purchasing.judged.by.${seen.by}`), cell: (row) => <Name reader={reader} row={row} /> },
    { label: words('purchasing.bought'), kind: 'number', cell: (row) => sum(row.amount, row.selection) },
    ...(seen.by === 'category' ? categoryColumns(props) : []),
    ...(seen.by === 'category'
      ? []
      : [{ label: words('purchasing.buyer.lines'), kind: 'number' as const, cell: linesIn(reader) }]),
  ]
  const isWhole = sumOf(parts) === whole
  return (
    <Largest
      reader={reader}
      caption={words('purchasing.judged.by.title', { by: seen.by })}
      captionHidden
      columns={columns}
      rows={parts}
      {...(isWhole ? { sum: [sum(whole, {}), ...columns.slice(2).map(() => '')] } : {})}
    />
  )
}

const linesIn = (reader: Reader) => (row: Parting) => counted(reader, row.lines)

function Name({ reader, row }: { reader: Reader; row: Parting }) {
  const { called } = row
  if (called.as === 'written' && called.to)
    return (
      <Said reader={reader} to={called.to}>
        {called.name}
      </Said>
    )
  if (called.as === 'written') return <Written>{called.name}</Written>
  if (called.as !== 'category') return <>{nameOf(reader, row)}</>
  return (
    <a class="ds-link" href={hrefIn(reader, `/categories/${called.code}`)}>
      {nameOf(reader, row)}
    </a>
  )
}

const categoryColumns = ({ reader, buyer, seen }: BoughtProps): Column<Parting>[] => [
  {
    label: reader.words('purchasing.buyer.confidence'),
    cell: ({ division }) => division && reader.words(`categories.confidence.${division.confidence}`),
  },
  {
    label: reader.words('purchasing.account'),
    cell: (row) => row.division && <Accounts {...{ reader, buyer, seen, row, division: row.division }} />,
  },
]

interface AccountsProps extends Pick<BoughtProps, 'reader' | 'buyer' | 'seen'> {
  readonly row: Parting
  readonly division: DivisionSum
}

/** Each account that was read as this division, and how sure that reading is. */
function Accounts({ reader, buyer, seen, row, division }: AccountsProps) {
  const { words } = reader
  const accounts = division.accounts.slice(0, MOST_ACCOUNTS)
  const others = division.accounts.length - accounts.length
  const sure = (confidence: DivisionSum['confidence']) => words(`categories.confidence.${confidence}`)
  const rows = accountRows(reader, buyer.number, accounts, within(buyer, seen, row.selection), seen.currency)
  return (
    <Why
      reader={reader}
      summary={words('purchasing.accounts', { count: new Set(division.accounts.map(({ account }) => account)).size })}
      about={nameOf(reader, row)}
      rows={rows.map(({ label, value }, at) => ({
        label,
        value: (
          <>
            {value}. {words('purchasing.buyer.read', { confidence: sure(accounts[at]?.confidence ?? 'unknown') })}
          </>
        ),
      }))}
      note={
        others > 0 ? (
          <LinesLink reader={reader} buyer={buyer.number} selection={within(buyer, seen, row.selection)}>
            {words('purchasing.buyer.moreAccounts', { count: others })}
          </LinesLink>
        ) : undefined
      }
    />
  )
}
