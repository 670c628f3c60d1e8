/** What the pages of what the city buys say in the same way. */
import type { Child } from 'hono/jsx'
import { isCode, labelOf, type Code } from '../../categories/index.js'
import { dayInWords, monthInWords, type Day } from '../../kit/day.js'
import { countInWords, moneyExactly, moneyInWords, type Currency } from '../../kit/money.js'
import { hrefIn, Unknown, Why, Written, WRITTEN, type Reader } from '../../web/index.js'
import { purchasesAddress, type Selection } from '../selection.js'
import type { FileBehind } from '../store/overview.js'

interface SaidProps {
  readonly reader: Reader
  readonly to?: string | undefined
  readonly children?: Child
}

/** A title or name as the source writes it, with the page it leads to. */
export function Said({ reader, to, children }: SaidProps) {
  if (to === undefined) return <Written>{children}</Written>
  return (
    <a class="ds-link" href={hrefIn(reader, to)} lang={WRITTEN}>
      {children}
    </a>
  )
}

export const BuyerLink = ({ reader, number, name }: { reader: Reader; number: string; name: string }) => (
  <Said reader={reader} to={`/buyers/${number}`}>
    {name}
  </Said>
)

/** The category as told, or where `division` is wanted the division it stands under. */
export function Category({ reader, code, division }: { reader: Reader; code: string | null; division?: boolean }) {
  if (code === null || !isCode(code)) return <Unknown reader={reader} />
  const at = division ? (`${code.slice(0, 2)}000000` as Code) : code
  return (
    <a class="ds-link" href={hrefIn(reader, `/categories/${at}`)}>
      {labelOf(at, reader.language)}
    </a>
  )
}

/** A day, or the calm word for none. */
export const DayOr = ({ reader, day }: { reader: Reader; day: Day | null | undefined }) =>
  day ? <>{dayInWords(day, reader.language)}</> : <Unknown reader={reader} />

/** When a contract ends or ended, as of today. */
export function EndOr({ reader, day, today }: { reader: Reader; day: Day | undefined; today: Day }) {
  if (!day) return <Unknown reader={reader} />
  const passed = day < today ? 'yes' : 'no'
  return <>{reader.words('purchasing.procurement.endsOn', { passed, day: dayInWords(day, reader.language) })}</>
}

/** '556036-0793', as it is written in Swedish. */
export const numberWritten = (number: string): string =>
  /^\d{10}$/.test(number) ? `${number.slice(0, 6)}-${number.slice(6)}` : number

export const periodInWords = (reader: Reader, from: Day, to: Day): string => {
  const month = (of: Day) => monthInWords(of, reader.language)
  return month(from) === month(to)
    ? month(from)
    : reader.words('purchasing.period', { from: month(from), to: month(to) })
}

/** What contracts and procurements are worth is told in kronor; sums of purchases in the buyer's own currency. */
export const exactly = (reader: Reader, amount: number, currency: Currency = 'SEK'): string =>
  moneyExactly({ amount, currency }, reader.language)
export const money = (reader: Reader, amount: number, currency: Currency = 'SEK'): string =>
  moneyInWords({ amount, currency }, reader.language)
export const counted = (reader: Reader, count: number): string => countInWords(count, reader.language)

export const sumOf = (rows: readonly { readonly amount: number }[]): number =>
  rows.reduce((sum, { amount }) => sum + amount, 0)

/** Whether the files behind a sum count VAT in; 'mixed' where they do not agree. */
export function vatOf(files: readonly FileBehind[]): FileBehind['vat'] | 'mixed' {
  const [first, ...others] = new Set(files.map(({ vat }) => vat))
  return others.length ? 'mixed' : (first ?? 'unknown')
}

export function periodOf(files: readonly FileBehind[]): { readonly from: Day; readonly to: Day } | undefined {
  const [from] = files.map((file) => file.from).sort()
  const to = files
    .map((file) => file.to)
    .sort()
    .at(-1)
  return from && to && { from, to }
}

/** What a sum is a sum of: 'januari 2024–mars 2026, utan moms'. */
export const basisInWords = (reader: Reader, files: readonly FileBehind[]): string | undefined => {
  const period = periodOf(files)
  if (!period) return undefined
  return reader.words('purchasing.judged.basis', {
    period: periodInWords(reader, period.from, period.to),
    vat: vatOf(files),
  })
}

interface SumWhyProps {
  readonly reader: Reader
  readonly files: readonly FileBehind[]
  readonly about: string
  readonly summary?: string | undefined
}

/** Behind a sum of purchases in one currency: the period, each file with its lines, and what the files do not say. */
export function SumWhy({ reader, files, about, summary }: SumWhyProps) {
  const { words } = reader
  const [first] = files
  const period = periodOf(files)
  if (!first || !period) return null
  const sum = (amount: number) => exactly(reader, amount, first.currency)
  return (
    <Why
      reader={reader}
      about={about}
      summary={summary}
      rows={[
        { label: words('purchasing.why.period'), value: periodInWords(reader, period.from, period.to) },
        { label: words('purchasing.why.exactly'), value: sum(sumOf(files)) },
        { label: words('purchasing.judged.vat'), value: words('purchasing.judged.vatIs', { vat: vatOf(files) }) },
        ...files.map((file) => ({
          label: file.file,
          value: (
            <a class="ds-link" href={hrefIn(reader, `/imports/${file.import}`)}>
              {words('purchasing.why.lines', { count: file.lines, money: sum(file.amount) })}
            </a>
          ),
        })),
      ]}
      note={words('purchasing.judged.boughtIs')}
    />
  )
}

interface LinesLinkProps {
  readonly reader: Reader
  /** The buyer's number. */
  readonly buyer: string
  readonly selection?: Selection | undefined
  readonly children?: Child
}

/** A sum, or what is said of it, that opens to its lines. */
export const LinesLink = ({ reader, buyer, selection, children }: LinesLinkProps) => (
  <a class="ds-link" href={hrefIn(reader, purchasesAddress(buyer, selection))}>
    {children}
  </a>
)

/** '6412 Livsmedel' as its number, which has no language, and its name, which has. */
function numberAndName(account: string): [number: string, name: string] {
  const at = account.indexOf(' ')
  return [account.slice(0, at), account.slice(at + 1)]
}

/** One row for each account, for the Why of a part of a sum; `selection` is that part, and `currency` is what it is in. */
export const accountRows = (
  reader: Reader,
  buyer: string,
  rows: readonly { readonly account: string; readonly amount: number; readonly lines: number }[],
  selection: Selection = {},
  currency: Currency = 'SEK',
) =>
  rows.map(({ account, amount, lines }) => {
    const [number, name] = numberAndName(account)
    return {
      label: number,
      value: (
        <>
          <Written>{name}</Written>{' '}
          <LinesLink reader={reader} buyer={buyer} selection={{ ...selection, account }}>
            {reader.words('purchasing.why.lines', { count: lines, money: exactly(reader, amount, currency) })}
          </LinesLink>
        </>
      ),
    }
  })
