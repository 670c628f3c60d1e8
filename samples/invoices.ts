/** Invoices drawn from the description's streams: the last year's total is given, the dice share it out. */
import { grouped } from '../src/kit/grouped.js'
import { calendarOf, seasonOf, spreadOut, weighed, type Calendar } from './calendar.js'
import { known, weightsAt, type Description, type Stream } from './description.js'
import { goodsOf, isItemised, type Line } from './goods.js'
import { dice, type Dice } from './random.js'
import { suppliersOf, type Contract } from './register.js'

export interface Posting {
  readonly account: number
  readonly text: string
  /** In öre. */
  readonly amount: number
  readonly administration: string
  /** What the posting is made of, where the invoice is known line by line. */
  readonly lines?: readonly Line[]
}
export interface Invoice {
  readonly body: string
  readonly supplier: { readonly name: string; readonly id: string }
  readonly day: string
  /** The contract's number where whoever booked it wrote it down. */
  readonly contract: string
  readonly postings: readonly Posting[]
}
interface Place {
  readonly administration: string
  readonly day: string
}
interface Draft extends Place {
  /** In öre. */
  readonly amount: number
}
/** What every stream is drawn against. */
interface City {
  readonly of: Description
  readonly calendar: Calendar
  readonly contracts: ReadonlyMap<string, readonly Contract[]>
}

/** How many postings share the invoice before them, where it went to the same administration. */
const SPLIT = 0.2
const YEARS = 3
const YEAR_MS = 365.25 * 86_400_000
const ÖRE_TO: Record<Stream['round'], number> = { öre: 1, krona: 100, fifty: 5_000, thousand: 100_000 }

export function invoices(of: Description, contracts: readonly Contract[]): Invoice[] {
  const city = { of, calendar: calendarOf(of), contracts: grouped(contracts, ({ from }) => from) }
  return streamsOf(of).flatMap((stream, place) =>
    drawn(city, stream, dice(of.seed, stream.text, stream.from ?? '', String(place))),
  )
}

/** Those of the ledger's own description, then one for each subject of the register. */
export const streamsOf = (of: Description): Stream[] => [
  ...of.streams,
  ...of.subjects.map(({ buyer, title, spend }) => ({ ...spend, buyer, from: title })),
]

function drawn(city: City, stream: Stream, thrown: Dice): Invoice[] {
  const made: Invoice[] = []
  const supplierOn = suppliersFor(city, stream)
  let key = ''
  for (const draft of drafts(city, stream, thrown)) {
    const last = made.at(-1)
    if (last && goesWith(last, draft) && thrown.chance(SPLIT)) {
      made.pop()
      made.push({ ...last, postings: [...last.postings, posting(city.of, stream, draft, key, thrown)] })
      continue
    }
    key = thrown.pick(supplierOn(draft.day))
    made.push({ ...head(city, stream, key, draft, thrown), postings: [posting(city.of, stream, draft, key, thrown)] })
  }
  return made
}

const goesWith = ({ postings, day }: Invoice, draft: Draft) =>
  postings.length === 1 &&
  postings[0]!.administration === draft.administration &&
  day.slice(0, 7) === draft.day.slice(0, 7)

function posting(of: Description, stream: Stream, draft: Draft, supplier: string, thrown: Dice): Posting {
  const { account, text } = stream
  const { administration, amount, day } = draft
  if (!isItemised(of, account, supplier, day)) return { account, text, amount, administration }
  const lines = goodsOf(known(of.sellers, supplier), amount, thrown)
  return { account, text, administration, lines, amount: lines.reduce((sum, { net }) => sum + net, 0) }
}

function head({ of, contracts }: City, stream: Stream, key: string, { day }: Draft, thrown: Dice) {
  const contract = contracts
    .get(stream.from ?? '')
    ?.find((one) => one.supplier === key && one.buyer === buyerOf(stream, one) && runsOn(one, day))
  const marked = thrown.chance(stream.marked)
  const supplier = known(of.suppliers, key)
  return { body: stream.buyer, supplier, day, contract: contract && marked ? contract.number : '' }
}

/** A company of the city calls off on the city's contract. */
const buyerOf = ({ buyer }: Stream, contract: Contract) => (contract.callers ? contract.buyer : buyer)
const runsOn = ({ start, end }: Contract, day: string) => start <= day && (end === undefined || day <= end)

/** By weight; where none are given, in falling order of their place, as a ranking gives. A former supplier until it was replaced. */
function suppliersFor({ of, contracts }: City, stream: Stream): (day: string) => Record<string, number> {
  const ranked = (keys: readonly string[]) => Object.fromEntries(keys.map((key, place) => [key, 1 / (place + 1)]))
  if (stream.suppliers) {
    const given = { ...stream.suppliers, ...stream.also }
    return () => given
  }
  const procurement = of.procurements.find(({ id }) => id === stream.from)
  const subject = of.subjects.find(({ title, buyer }) => title === stream.from && buyer === stream.buyer)
  if (!procurement && !subject) throw new Error(`The sample's description has no '${stream.from}'`)
  const now = { ...ranked(procurement ? suppliersOf(procurement) : subject!.with), ...stream.also }
  if (!subject?.before) return () => now
  const before = { ...ranked(subject.before), ...stream.also }
  const changed = contracts.get(subject.title)!.at(-1)!.start
  return (day) => (day < changed ? before : now)
}

/** Where, when and how much: earlier years at their lower prices, the last year adding up to the stream's total. */
function drafts({ of, calendar }: City, stream: Stream, thrown: Dice): Draft[] {
  const plain = whereAndWhen(of, calendar, stream, thrown)
  const growth = growthOf(of, stream.account)
  const weights = plain.map(({ day }) => {
    const years = (Date.parse(of.period.to) - Date.parse(day)) / YEAR_MS
    return thrown.logNormal(stream.spread) * (1 + growth) ** -Math.max(0, years - 0.5)
  })
  const lastYear = weights.filter((_, place) => plain[place]!.day > yearBefore(of.period.to))
  const sum = lastYear.reduce((so, weight) => so + weight, 0)
  const step = ÖRE_TO[stream.round]
  return plain.map((draft, place) => {
    const steps = Math.round((stream.total * 100_000 * weights[place]!) / sum / step)
    return { administration: draft.administration, day: draft.day, amount: Math.max(1, steps) * step }
  })
}

const yearBefore = (day: string) => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`

/** Of the account beginning that fits closest. */
function growthOf({ growth }: Description, account: number): number {
  const fit = Object.keys(growth).filter((beginning) => String(account).startsWith(beginning))
  return growth[fit.sort((a, b) => b.length - a.length)[0]!]!
}

function whereAndWhen(of: Description, calendar: Calendar, stream: Stream, thrown: Dice): Place[] {
  const at = weightsAt(of, stream.at)
  const whole = Object.values(at).reduce((sum, weight) => sum + weight, 0)
  const body = known(of.bodies, stream.buyer)
  const spread = Object.entries(at).flatMap(([code, weight]) => {
    const administration = `${code} - ${known(body.administrations, code)}`
    const count = Math.max(1, Math.round((YEARS * stream.lines * weight) / whole))
    const places = spreadOut(weighed(calendar, seasonOf(of, stream, code)), count, () => thrown.unit())
    return places.map((place) => ({ administration, day: calendar.days[place]! }))
  })
  const since = stream.since ?? of.period.from
  return spread.filter(({ day }) => day >= since).toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
