/** A section for a contract's page: what was bought under it, at which pace, how much of the ceiling that is, and by whom. */
import { shareInWords } from '../../../kit/money.js'
import { Facts, Section, Unknown, Written, type Column, type Reader } from '../../../web/index.js'
import { NONE } from '../../selection.js'
import type { BoughtUnder } from '../../store/following.js'
import { byCurrency } from '../../units/served.js'
import { Largest } from '../largest.js'
import { BuyerLink, counted, exactly, LinesLink, money, periodInWords, sumOf } from '../parts.js'

interface UnderProps {
  readonly reader: Reader
  /** The contract's address and ceiling. */
  readonly contract: { readonly address: string; readonly ceiling: number | null }
  readonly rows: readonly BoughtUnder[]
  /** How fast it goes, where the ledgers tell of the whole of the contract so far. */
  readonly pace?: { readonly spent: number; readonly months: number } | undefined
}

export function PurchasesUnder(props: UnderProps) {
  const { reader, rows } = props
  const { words } = reader
  return (
    <Section title={words('purchasing.judged.under.title')} id="purchases">
      {rows.length === 0 ? <Unknown reader={reader} known={words('purchasing.supplier.soldKnown')} /> : null}
      {byCurrency(rows).map((own) => (
        <InCurrency {...props} rows={own} />
      ))}
    </Section>
  )
}

function InCurrency({ reader, contract, rows, pace }: UnderProps) {
  const { words } = reader
  const u = (key: 'sum' | 'pace' | 'ofCeiling' | 'months' | 'units') => words(`purchasing.judged.under.${key}`)
  const currency = rows[0]?.currency ?? 'SEK'
  const days = rows.flatMap(({ from, to }) => [from, to]).sort()
  const isKronor = currency === 'SEK'
  return (
    <>
      <Facts
        facts={[
          { label: u('sum'), value: exactly(reader, sumOf(rows), currency) },
          { label: u('months'), value: periodInWords(reader, days[0]!, days.at(-1)!) },
          ...(isKronor && pace ? [{ label: u('pace'), value: paceInWords(reader, pace) }] : []),
          ...(isKronor
            ? [{ label: u('ofCeiling'), value: <OfCeiling reader={reader} contract={contract} rows={rows} /> }]
            : []),
        ]}
      />
      <Largest reader={reader} caption={u('units')} columns={columns(reader, contract.address)} rows={rows} />
    </>
  )
}

const paceInWords = (reader: Reader, { spent, months }: { spent: number; months: number }): string =>
  reader.words('purchasing.judged.under.paceIs', { money: money(reader, spent / months), months })

function OfCeiling({ reader, contract: { ceiling }, rows }: UnderProps) {
  if (ceiling === null || ceiling <= 0)
    return <Unknown reader={reader} known={reader.words('purchasing.judged.under.ceilingKnown')} />
  return <>{shareInWords(Math.max(sumOf(rows), 0) / ceiling, reader.language)}</>
}

const columns = (reader: Reader, contract: string): Column<BoughtUnder>[] => [
  {
    label: reader.words('purchasing.buyer.unit'),
    cell: ({ unit }) => (unit === null ? reader.words('purchasing.buyer.noUnit') : <Written>{unit}</Written>),
  },
  {
    label: reader.words('purchasing.bought'),
    kind: 'number',
    cell: ({ buyerNumber, unit, amount, currency }) => (
      <LinesLink reader={reader} buyer={buyerNumber} selection={{ contract, unit: unit ?? NONE, currency }}>
        {exactly(reader, amount, currency)}
      </LinesLink>
    ),
  },
  { label: reader.words('purchasing.buyer.lines'), kind: 'number', cell: ({ lines }) => counted(reader, lines) },
  {
    label: reader.words('purchasing.procurement.buyer'),
    cell: ({ buyerNumber, buyerName }) => <BuyerLink reader={reader} number={buyerNumber} name={buyerName} />,
  },
]
