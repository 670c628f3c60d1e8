/** The lines behind a sum: the sum and how many they are, what they can be narrowed by, and the lines a page at a time. */
import { labelOf, type Code } from '../../categories/index.js'
import { dayInWords } from '../../kit/day.js'
import {
  Figures,
  hrefIn,
  Page,
  Pagination,
  Table,
  Written,
  WRITTEN,
  type Column,
  type Reader,
} from '../../web/index.js'
import { pagesOf } from '../asked.js'
import type { Currency } from '../../kit/money.js'
import { FOLLOWINGS } from '../followed.js'
import { SERVED } from '../people-served.js'
import { isNarrowed, lineAddress, NONE, purchasesAddress, type Part, type Selection } from '../selection.js'
import { byDivision } from '../spending.js'
import type { BuyerRow } from '../store/buyers.js'
import type { PurchaseLine } from '../store/lines.js'
import type { AccountSum, FileBehind, SupplierSum, UnitSum } from '../store/overview.js'
import { None } from './lists.js'
import { Files } from './files.js'
import { Choose, Narrow, type Option } from './narrow.js'
import { basisInWords, counted, exactly, Said, SumWhy } from './parts.js'
import { Place } from './told.js'
import { servedIn } from './unit-parts.js'

export interface PurchasesProps {
  readonly reader: Reader
  readonly buyer: BuyerRow
  readonly selection: Selection
  readonly currency: Currency
  readonly page: number
  readonly sum: { readonly lines: number; readonly amount: number }
  readonly lines: readonly PurchaseLine[]
  /** Of all that was bought in that currency and year. */
  readonly files: readonly FileBehind[]
  /** All that the buyer's purchases can be narrowed by. */
  readonly choices: Choices
}
export interface Choices {
  readonly years: readonly number[]
  readonly accounts: readonly AccountSum[]
  readonly units: readonly UnitSum[]
  /** Those that most was bought of, and the chosen one. */
  readonly suppliers: readonly Pick<SupplierSum, 'address' | 'name'>[]
  readonly mostSuppliers: number
  /** The one that was asked for. */
  readonly contract: { readonly address: string; readonly number: string; readonly title: string } | undefined
}

export function PurchasesPage(props: PurchasesProps) {
  const { reader, buyer, selection, currency, page, sum, lines, files } = props
  const { words } = reader
  return (
    <Page
      reader={reader}
      title={words('purchasing.lines.title')}
      lead={words('purchasing.lines.lead', { reach: reader.reach })}
      trail={[
        { href: hrefIn(reader, '/buyers'), label: words('purchasing.buyers.title') },
        { href: hrefIn(reader, `/buyers/${buyer.number}`), label: buyer.name, lang: WRITTEN },
      ]}
      wide
    >
      <Figures
        figures={[
          {
            label: words('purchasing.bought'),
            value: exactly(reader, sum.amount, currency),
            detail: basisInWords(reader, files),
            why: <SumWhy reader={reader} files={files} about={words('purchasing.judged.allBought')} />,
          },
          { label: words('purchasing.buyer.lines'), value: counted(reader, sum.lines) },
        ]}
      />
      <Chosen {...props} />
      {lines.length === 0 ? <None reader={reader} words="" narrowed={isNarrowed(selection)} /> : <Lines {...props} />}
      <Pagination
        reader={reader}
        page={page}
        pages={pagesOf(sum.lines)}
        href={(to) => hrefIn(reader, purchasesAddress(buyer.number, selection, to))}
      />
    </Page>
  )
}

function Chosen({ reader, buyer, selection, choices }: PurchasesProps) {
  const l = (key: 'narrow' | 'button' | 'all') => reader.words(`purchasing.lines.${key}`)
  const options = optionsOf(reader, choices)
  return (
    <Narrow
      reader={reader}
      to={purchasesAddress(buyer.number)}
      label={l('narrow')}
      button={l('button')}
      all={isNarrowed(selection) ? l('all') : undefined}
      many
    >
      {ALWAYS.map(([part, any]) => (
        <Choose
          reader={reader}
          name={part}
          label={reader.words(`purchasing.lines.${part}`)}
          any={reader.words(`purchasing.lines.${any}`)}
          options={options[part]}
          chosen={selection[part]}
          hint={part === 'supplier' ? suppliersHint(reader, choices) : undefined}
        />
      ))}
      {JUDGED.filter(([part]) => part === 'following' || selection[part] !== undefined).map(([part, any]) => (
        <Choose
          reader={reader}
          name={part}
          label={reader.words(`purchasing.judged.chosen.${part}`)}
          any={reader.words(`purchasing.judged.chosen.${any}`)}
          options={options[part]}
          chosen={selection[part]}
        />
      ))}
    </Narrow>
  )
}

/** Where not all of them are there to choose. */
const suppliersHint = ({ words }: Reader, { suppliers, mostSuppliers }: Choices): string | undefined =>
  suppliers.length < mostSuppliers ? undefined : words('purchasing.lines.supplierHint', { count: mostSuppliers })

const ALWAYS = [
  ['year', 'anyYear'],
  ['division', 'anyDivision'],
  ['account', 'anyAccount'],
  ['unit', 'anyUnit'],
  ['supplier', 'anySupplier'],
] as const

/** Seldom chosen by hand: they stand there where a link led to them. */
const JUDGED = [
  ['following', 'anyFollowing'],
  ['served', 'anyone'],
  ['contract', 'anyContract'],
  ['currency', 'anyCurrency'],
] as const

/** For outsiders the lines without a supplier are none. */
function optionsOf(reader: Reader, choices: Choices): Record<Part, Option[]> {
  const { words, language } = reader
  const division = (code: Code | undefined): Option =>
    code
      ? { value: code.slice(0, 2), label: labelOf(code, language) }
      : { value: NONE, label: words('purchasing.buyer.noCategory') }
  const same = (text: string): Option => ({ value: text, label: text })
  const written = (text: string): Option => ({ ...same(text), lang: WRITTEN })
  const { contract } = choices
  const unit = ({ unit: name }: UnitSum): Option =>
    name === null ? { value: NONE, label: words('purchasing.buyer.noUnit') } : written(name)
  return {
    year: choices.years.map((year) => same(String(year))),
    division: byDivision(choices.accounts).map((one) => division(one.division)),
    account: [...new Set(choices.accounts.map(({ account }) => account))]
      .map(written)
      .sort((a, b) => a.value.localeCompare(b.value, 'sv')),
    unit: choices.units.map(unit).sort((a, b) => a.label.localeCompare(b.label, 'sv', { numeric: true })),
    supplier: choices.suppliers.flatMap(({ address, name }) => {
      if (address !== null && name !== null) return [{ value: address, label: name, lang: WRITTEN }]
      return reader.reach === 'internal' ? [{ value: NONE, label: notNamed(reader) }] : []
    }),
    following: FOLLOWINGS.map((following) => ({
      value: following,
      label: words('purchasing.judged.followed.following', { following }),
    })),
    served: SERVED.map((served) => ({ value: served, label: servedIn(reader, served) })),
    contract: [
      { value: NONE, label: words('purchasing.judged.chosen.noContract') },
      ...(contract ? [{ value: contract.address, label: `${contract.number} ${contract.title}`, lang: WRITTEN }] : []),
    ],
    currency: CURRENCIES.map(same),
  }
}

const CURRENCIES: readonly Currency[] = ['SEK', 'EUR', 'GBP', 'NOK', 'DKK']

const notNamed = (reader: Reader): string => reader.words('purchasing.buyer.notNamed', { reach: reader.reach })

function Lines({ reader, buyer, selection, sum, lines }: PurchasesProps) {
  const { words } = reader
  return (
    <>
      <Table
        caption={words('purchasing.lines.title')}
        captionHidden
        rowHeader={false}
        columns={lineColumns(reader, buyer)}
        rows={lines}
        empty=""
      />
      <Files
        reader={reader}
        path={purchasesAddress(buyer.number, selection)}
        detail={words('purchasing.lines.count', { count: sum.lines })}
      />
    </>
  )
}

export function lineColumns(reader: Reader, { number }: BuyerRow): Column<PurchaseLine>[] {
  const { words, language } = reader
  const l = (key: 'bookedOn' | 'supplier' | 'accountAndUnit' | 'amount' | 'voucherAndPlace') =>
    words(`purchasing.lines.${key}`)
  return [
    { label: l('bookedOn'), kind: 'day', cell: ({ bookedOn }) => dayInWords(bookedOn, language) },
    { label: l('supplier'), cell: (line) => <SoldBy reader={reader} line={line} /> },
    { label: l('accountAndUnit'), cell: (line) => <AccountAndUnit reader={reader} line={line} /> },
    {
      label: l('amount'),
      kind: 'number',
      cell: (line) => (
        <a class="ds-link" href={hrefIn(reader, lineAddress(number, line))}>
          {exactly(reader, line.amount, line.currency)}
        </a>
      ),
    },
    reader.reach === 'internal'
      ? { label: l('voucherAndPlace'), cell: (line) => <VoucherAndPlace reader={reader} line={line} /> }
      : { label: words('purchasing.procurement.source'), cell: (line) => <Place reader={reader} {...line} /> },
  ]
}

interface OfLine {
  readonly reader: Reader
  readonly line: PurchaseLine
}

function AccountAndUnit({ reader, line: { account, unit } }: OfLine) {
  return (
    <>
      <Written>{account}</Written>
      <span class="cell-detail">
        {unit === null ? reader.words('purchasing.buyer.noUnit') : <Written>{unit}</Written>}
      </span>
    </>
  )
}

function VoucherAndPlace({ reader, line }: OfLine) {
  return (
    <>
      {line.voucher}
      <span class="cell-detail">
        <Place reader={reader} {...line} />
      </span>
    </>
  )
}

function SoldBy({ reader, line }: OfLine) {
  if (line.supplier === null) return <>{notNamed(reader)}</>
  return (
    <Said reader={reader} to={`/suppliers/${line.address}`}>
      {line.supplier}
    </Said>
  )
}
