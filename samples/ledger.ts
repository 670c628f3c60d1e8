/** ledger.csv: the supplier ledger by the Swedish specification 1.1 (lankadedata.se), one row per posting. */
import { grouped } from '../src/kit/grouped.js'
import { csv } from './csv.js'
import { known, type Description } from './description.js'
import { invoices, type Invoice } from './invoices.js'
import { withOddities } from './oddities.js'
import { dice, type Dice } from './random.js'
import type { Contract } from './register.js'

export const LEDGER_HEADER = [
  'kopare_id',
  'kopare',
  'verifikationsnummer',
  'leverantor',
  'leverantor_id',
  'konto_nr',
  'konto_text',
  'belopp',
  'datum',
  'forvaltning',
  'fakturanummer',
  'grund',
  'avtal',
  'kommun_id',
  's_kod_nr',
]

/** An invoice with the numbers it is found by: the supplier's own, and the voucher's in the books. */
export interface Booked extends Invoice {
  readonly number: string
  readonly voucher: string
}

/** In the order in which they were booked. */
export function booked(of: Description, contracts: readonly Contract[]): Booked[] {
  const voucher = vouchers(of)
  const number = invoiceNumbers(of)
  const days = [...grouped(withOddities(of, invoices(of, contracts)), ({ day }) => day)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  )
  return days.flatMap(([, ofDay]) =>
    ofDay.map((invoice) => ({ ...invoice, number: number(invoice), voucher: voucher(invoice) })),
  )
}

export const ledger = (of: Description, invoices: readonly Booked[]): string => csv(LEDGER_HEADER, rowsOf(of, invoices))

function* rowsOf(of: Description, invoices: readonly Booked[]): Generator<string[]> {
  for (const invoice of invoices) yield* rows(of, invoice)
}

function rows(of: Description, invoice: Booked): string[][] {
  const body = known(of.bodies, invoice.body)
  return invoice.postings.map(({ account, text, amount, administration }) => [
    body.id,
    body.name,
    invoice.voucher,
    invoice.supplier.name,
    invoice.supplier.id,
    String(account),
    text,
    (amount / 100).toFixed(2),
    invoice.day,
    administration,
    invoice.number,
    '',
    invoice.contract,
    '',
    '',
  ])
}

/** What the city had booked that year before the period began, and how far apart its vouchers stand. */
const VOUCHERS_BEFORE = { stad: 41_200, other: 6_300 }
const VOUCHER_STEP = 4

/** Year, body and a running number that begins anew with the calendar year; gaps, since other vouchers share the series. */
function vouchers(of: Description): (invoice: Invoice) => string {
  const series = Object.keys(of.bodies)
  const first = of.period.from.slice(0, 4)
  const last = new Map(
    series.map((body) => [`${first} ${body}`, body === 'stad' ? VOUCHERS_BEFORE.stad : VOUCHERS_BEFORE.other]),
  )
  const thrown = dice(of.seed, 'vouchers')
  return ({ body, day }) => {
    const key = `${day.slice(0, 4)} ${body}`
    const next = (last.get(key) ?? 0) + thrown.whole(1, VOUCHER_STEP)
    last.set(key, next)
    return `${day.slice(2, 4)}${series.indexOf(body) + 1}${String(next).padStart(6, '0')}`
  }
}

interface Numbering {
  readonly shape: number
  readonly step: Dice
  last: number
}

/** Each supplier numbers its invoices in its own way; a sole trader, who has no number of its own here, writes few. */
function invoiceNumbers(of: Description): (invoice: Invoice) => string {
  const all = new Map<string, Numbering>()
  return ({ supplier: { name, id }, day }) => {
    const own = all.get(name) ?? numbering(of, name, id)
    all.set(name, own)
    own.last += own.step.whole(1, id ? 24 : 5)
    if (own.shape === 1) return `F${String(own.last).padStart(6, '0')}`
    if (own.shape === 2) return `${day.slice(0, 4)}-${String(own.last % 100_000).padStart(5, '0')}`
    return String(own.last)
  }
}

function numbering(of: Description, name: string, id: string): Numbering {
  const style = dice(of.seed, 'invoice style', name)
  const shape = style.whole(0, 3)
  return { shape, step: style, last: id ? style.whole(1_100, 68_000) : style.whole(12, 400) }
}
