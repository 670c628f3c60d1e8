/** What the pages of what the city buys say in the same way. */
import type { Child } from 'hono/jsx'
import { isCode, labelOf, type Code } from '../../categories/index.js'
import { dayInWords, monthInWords, type Day } from '../../kit/day.js'
import { countInWords, moneyExactly, moneyInWords, sek } from '../../kit/money.js'
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

export const exactly = (reader: Reader, amount: number): string => moneyExactly(sek(amount), reader.language)
export const money = (reader: Reader, amount: number): string => moneyInWords(sek(amount), reader.language)
export const counted = (reader: Reader, count: number): string => countInWords(count, reader.language)

export const sumOf = (rows: readonly { readonly amount: number }[]): number =>
  rows.reduce((sum, { amount }) => sum + amount, 0)

/** Behind a sum of purchases: the period, each file with its lines, and what the files do not say. */
export function SumWhy({ reader, files, about }: { reader: Reader; files: readonly FileBehind[]; about: string }) {
  const { words } = reader
  const [first] = files
  if (!first) return null
  const from = files.map((file) => file.from).sort()[0] ?? first.from
  const to =
    files
      .map((file) => file.to)
      .sort()
      .at(-1) ?? first.to
  return (
    <Why
      reader={reader}
      about={about}
      rows={[
        { label: words('purchasing.why.period'), value: periodInWords(reader, from, to) },
        { label: words('purchasing.why.exactly'), value: exactly(reader, sumOf(files)) },
        ...files.map((file) => ({
          label: file.file,
          value: (
            <a class="ds-link" href={hrefIn(reader, `/imports/${file.import}`)}>
              {words('purchasing.why.lines', { count: file.lines, money: exactly(reader, file.amount) })}
            </a>
          ),
        })),
      ]}
      note={words('purchasing.why.bought')}
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

/** One row for each account, for the Why of a part of a sum; `selection` is that part. */
export const accountRows = (
  reader: Reader,
  buyer: string,
  rows: readonly { readonly account: string; readonly amount: number; readonly lines: number }[],
  selection: Selection = {},
) =>
  rows.map(({ account, amount, lines }) => {
    const [number, name] = numberAndName(account)
    return {
      label: number,
      value: (
        <>
          <Written>{name}</Written>{' '}
          <LinesLink reader={reader} buyer={buyer} selection={{ ...selection, account }}>
            {reader.words('purchasing.why.lines', { count: lines, money: exactly(reader, amount) })}
          </LinesLink>
        </>
      ),
    }
  })
