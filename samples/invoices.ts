/** Invoices drawn from the description's streams: the year's total is given, the dice share it out. */
import { known, type Description, type Stream } from './description.js'
import { dice, type Dice } from './random.js'
import { contractsOf, suppliersOf, type Contract } from './register.js'

export interface Posting {
  readonly account: number
  readonly text: string
  /** In öre. */
  readonly amount: number
  readonly administration: string
}
export interface Invoice {
  readonly body: string
  readonly supplier: { readonly name: string; readonly id: string }
  readonly day: string
  /** The contract's number where whoever booked it wrote it down. */
  readonly contract: string
  readonly postings: readonly Posting[]
}
interface Draft {
  readonly administration: string
  readonly day: string
}

/** How many postings share the invoice before them: a delivery split on two cost centres. */
const SPLIT = 0.1
const ÖRE_TO: Record<Stream['round'], number> = { öre: 1, krona: 100, fifty: 5_000, thousand: 100_000 }

export function invoices(of: Description): Invoice[] {
  const contracts = contractsOf(of)
  const days = workingDays(of)
  return of.streams.flatMap((stream, place) => {
    const thrown = dice(of.seed, stream.text, stream.from ?? '', String(place))
    return drawn(of, stream, thrown, days, contracts)
  })
}

function drawn(of: Description, stream: Stream, thrown: Dice, days: readonly string[], contracts: readonly Contract[]) {
  const made: Invoice[] = []
  const amounts = sharedOut(stream, thrown)
  drafts(of, stream, thrown, days).forEach((draft, place) => {
    const posting = {
      account: stream.account,
      text: stream.text,
      amount: amounts[place]!,
      administration: draft.administration,
    }
    const last = made.at(-1)
    if (last?.postings.length === 1 && last.day.slice(0, 7) === draft.day.slice(0, 7) && thrown.chance(SPLIT))
      made[made.length - 1] = { ...last, postings: [...last.postings, posting] }
    else made.push({ ...head(of, stream, thrown, draft, contracts), postings: [posting] })
  })
  return made
}

function head(of: Description, stream: Stream, thrown: Dice, { day }: Draft, contracts: readonly Contract[]) {
  const key = thrown.pick(suppliersFor(of, stream))
  const contract = contracts.find(
    (held) => held.procurement.id === stream.from && held.supplier === key && held.start <= day && day <= held.end,
  )
  const supplier = known(of.suppliers, key)
  const marked = thrown.chance(stream.marked)
  return { body: stream.buyer, supplier, day, contract: contract && marked ? contract.number : '' }
}

/** By weight; those of a procurement without weights in falling order of their place, as a ranking gives. */
function suppliersFor(of: Description, { from, suppliers, also }: Stream): Record<string, number> {
  if (suppliers) return { ...suppliers, ...also }
  const procurement = of.procurements.find(({ id }) => id === from)
  if (!procurement) throw new Error(`The sample's description has no procurement '${from}'`)
  return { ...Object.fromEntries(suppliersOf(procurement).map((key, place) => [key, 1 / (place + 1)])), ...also }
}

function sharedOut({ total, lines, spread, round }: Stream, thrown: Dice): number[] {
  const weights = Array.from({ length: lines }, () => thrown.logNormal(spread))
  const sum = weights.reduce((so, weight) => so + weight, 0)
  const step = ÖRE_TO[round]
  return weights.map((weight) => Math.max(1, Math.round((total * 100_000 * weight) / sum / step)) * step)
}

/** Where and when: within an administration the days are spread over its season, so that a monthly bill stays monthly. */
function drafts(of: Description, stream: Stream, thrown: Dice, days: readonly string[]): Draft[] {
  const places = Array.from({ length: stream.lines }, () => thrown.pick(stream.at))
  const spread = Object.keys(stream.at).flatMap((code) => {
    const body = known(of.bodies, stream.buyer)
    const administration = `${code} - ${known(body.administrations, code)}`
    const count = places.filter((place) => place === code).length
    const season = of.seasons[`${stream.season} ${code}`] ?? known(of.seasons, stream.season)
    return daysIn(season, days, count, thrown).map((day) => ({ administration, day }))
  })
  return spread.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

function daysIn(season: readonly number[], days: readonly string[], count: number, thrown: Dice): string[] {
  const weightOf = (day: string) => season[Number(day.slice(5, 7)) - 1]!
  const sum = days.reduce((so, day) => so + weightOf(day), 0)
  return Array.from({ length: count }, (_, place) => {
    let rest = ((place + thrown.unit()) / count) * sum
    return days.find((day) => (rest -= weightOf(day)) < 0) ?? days.findLast((day) => weightOf(day) > 0)!
  })
}

export function workingDays({ period, holidays }: Description): string[] {
  const days: string[] = []
  for (let at = Date.parse(period.from); at <= Date.parse(period.to); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10)
    const weekday = new Date(at).getUTCDay()
    if (weekday !== 0 && weekday !== 6 && !holidays.includes(day)) days.push(day)
  }
  return days
}
