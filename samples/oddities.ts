/** What no good ledger lacks: credit notes, postings booked twice, one amount with its point gone, names withheld. */
import { known, type Description } from './description.js'
import { workingDays, type Invoice } from './invoices.js'
import { dice } from './random.js'

export const withOddities = (of: Description, plain: readonly Invoice[]): Invoice[] => [
  ...twins(of, plain),
  ...credits(of, plain),
  outlier(of),
  ...withheld(of),
]

/** The whole posting once more on the same voucher; the first of them a third time. */
function twins(of: Description, plain: readonly Invoice[]): Invoice[] {
  const places = drawnFrom(of, 'twins', plain, of.oddities.twins)
  return plain.map((invoice, place) => {
    const turn = places.indexOf(place)
    if (turn < 0) return invoice
    const again = Array.from({ length: turn === 0 ? 2 : 1 }, () => invoice.postings[0]!)
    return { ...invoice, postings: [...invoice.postings, ...again] }
  })
}

/** Some weeks later and for all or a part, never after the period's end. */
function credits(of: Description, plain: readonly Invoice[]): Invoice[] {
  const thrown = dice(of.seed, 'credit shares')
  const days = workingDays(of)
  return drawnFrom(of, 'credits', plain, of.oddities.credits).map((place) => {
    const { postings, ...head } = plain[place]!
    const later = days[Math.min(days.indexOf(head.day) + thrown.whole(6, 30), days.length - 1)]!
    const share = thrown.chance(0.4) ? 1 : thrown.whole(5, 50) / 100
    return { ...head, day: later, postings: [{ ...postings[0]!, amount: -Math.round(postings[0]!.amount * share) }] }
  })
}

/** Places of invoices for goods and everyday services, where such things happen. */
function drawnFrom(of: Description, what: string, plain: readonly Invoice[], count: number): number[] {
  const thrown = dice(of.seed, what)
  const places = new Set<number>()
  while (places.size < count) {
    const place = thrown.whole(0, plain.length - 1)
    if (/^(6[1-9]|74)/.test(String(plain[place]!.postings[0]!.account))) places.add(place)
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
  const { account, text, name, at, lines, amount } = of.oddities.withheld
  const days = workingDays(of)
  return Array.from({ length: lines }, (_, place) => ({
    body: 'stad',
    supplier: { name, id: '' },
    day: days[Math.floor(((place + 0.8) / lines) * days.length)]!,
    contract: '',
    postings: [{ account, text, amount: amount * 100, administration: administration(of, at) }],
  }))
}

const administration = (of: Description, code: string) =>
  `${code} - ${known(known(of.bodies, 'stad').administrations, code)}`
