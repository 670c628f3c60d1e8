/** What no good ledger lacks: credit notes, postings booked twice, one amount with its point gone, names withheld. */
import { calendarOf } from './calendar.js'
import { known, type Description } from './description.js'
import type { Invoice, Posting } from './invoices.js'
import { dice, type Dice } from './random.js'

export const withOddities = (of: Description, plain: readonly Invoice[]): Invoice[] => [
  ...twins(of, plain),
  ...credits(of, plain),
  outlier(of),
  ...withheld(of),
]

/** The whole posting once more on the same voucher; the first of them a third time. */
function twins(of: Description, plain: readonly Invoice[]): Invoice[] {
  const known = ({ postings }: Invoice) => postings.some(({ lines }) => lines)
  const places = drawnFrom(of, 'twins', plain, of.oddities.twins).filter((place) => !known(plain[place]!))
  const again = new Map(places.map((place, turn) => [place, turn === 0 ? 2 : 1]))
  return plain.map((invoice, place) => {
    const more = Array.from({ length: again.get(place) ?? 0 }, () => invoice.postings[0]!)
    return more.length ? { ...invoice, postings: [...invoice.postings, ...more] } : invoice
  })
}

/** Some weeks later and for all or a part, never after the period's end. */
function credits(of: Description, plain: readonly Invoice[]): Invoice[] {
  const thrown = dice(of.seed, 'credit shares')
  const { days } = calendarOf(of)
  const placeOf = new Map(days.map((day, place) => [day, place]))
  return drawnFrom(of, 'credits', plain, of.oddities.credits).map((place) => {
    const { postings, ...head } = plain[place]!
    const later = days[Math.min(placeOf.get(head.day)! + thrown.whole(6, 30), days.length - 1)]!
    return { ...head, day: later, postings: [credited(postings[0]!, thrown)] }
  })
}

/** Where the invoice is known line by line, one of its lines or all of them go back. */
function credited(posting: Posting, thrown: Dice): Posting {
  const isWhole = thrown.chance(0.4)
  if (!posting.lines) {
    const share = isWhole ? 1 : thrown.whole(5, 50) / 100
    return { ...posting, amount: -Math.round(posting.amount * share) }
  }
  const lines = isWhole ? posting.lines : posting.lines.slice(0, 1)
  return { ...posting, lines, amount: -lines.reduce((sum, { net }) => sum + net, 0) }
}

/** Places of invoices for goods and everyday services, where such things happen. */
function drawnFrom(of: Description, what: string, plain: readonly Invoice[], count: number): number[] {
  const thrown = dice(of.seed, what)
  const places = new Set<number>()
  while (places.size < count) {
    const place = thrown.whole(0, plain.length - 1)
    if (/^(6[1-9]|74[0-8])/.test(String(plain[place]!.postings[0]!.account))) places.add(place)
  }
  return [...places]
}

function outlier(of: Description): Invoice {
  const { account, text, supplier, at, amount, date } = of.oddities.outlier
  return {
    body: 'stad',
    supplier: known(of.suppliers, supplier),
    day: date,
    contract: '',
    postings: [{ account, text, amount: amount * 100, administration: administration(of, at) }],
  }
}

function withheld(of: Description): Invoice[] {
  const { days } = calendarOf(of)
  return of.oddities.withheld.flatMap(({ account, text, name, at, lines, amount }) => {
    const thrown = dice(of.seed, 'withheld', text)
    return Array.from({ length: lines }, (_, place) => ({
      body: 'stad',
      supplier: { name, id: '' },
      day: days[Math.floor(((place + thrown.unit()) / lines) * days.length)]!,
      contract: '',
      postings: [{ account, text, amount: amount * thrown.whole(60, 140), administration: administration(of, at) }],
    }))
  })
}

const administration = (of: Description, code: string) =>
  `${code} - ${known(known(of.bodies, 'stad').administrations, code)}`
