/** ledger.csv: the supplier ledger by the Swedish specification 1.1 (lankadedata.se), one row per posting. */
import { csv } from './csv.js'
import { known, type Description } from './description.js'
import { invoices, type Invoice } from './invoices.js'
import { withOddities } from './oddities.js'
import { dice } from './random.js'

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

export function ledger(of: Description): string {
  const booked = withOddities(of, invoices(of)).toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const voucher = vouchers(of)
  const invoiceNumber = invoiceNumbers(of)
  return csv(
    LEDGER_HEADER,
    booked.flatMap((invoice) => rows(of, invoice, voucher(invoice), invoiceNumber(invoice))),
  )
}

function rows(of: Description, invoice: Invoice, voucher: string, number: string): string[][] {
  const body = known(of.bodies, invoice.body)
  return invoice.postings.map(({ account, text, amount, administration }) => [
    body.id,
    body.name,
    voucher,
    invoice.supplier.name,
    invoice.supplier.id,
    String(account),
    text,
    (amount / 100).toFixed(2),
    invoice.day,
    administration,
    number,
    '',
    invoice.contract,
    '',
    '',
  ])
}

/** Year, body and a running number that begins anew with the calendar year; gaps, since the ledger is thinned. */
function vouchers(of: Description): (invoice: Invoice) => string {
  const series = Object.keys(of.bodies)
  const last = new Map(series.map((body, place) => [`2025 ${body}`, place === 0 ? 38_000 : 3_100]))
  const thrown = dice(of.seed, 'vouchers')
  return ({ body, day }) => {
    const key = `${day.slice(0, 4)} ${body}`
    const next = (last.get(key) ?? 0) + thrown.whole(1, body === 'stad' ? 62 : 38)
    last.set(key, next)
    return `${day.slice(2, 4)}${series.indexOf(body) + 1}${String(next).padStart(6, '0')}`
  }
}

/** Each supplier numbers its invoices in its own way; a sole trader, who has no number of its own here, writes few. */
function invoiceNumbers(of: Description): (invoice: Invoice) => string {
  const last = new Map<string, number>()
  return ({ supplier: { name, id }, day }) => {
    const own = dice(of.seed, 'invoice numbers', name, String(last.get(name) ?? ''))
    const style = dice(of.seed, 'invoice style', name)
    const shape = style.whole(0, 3)
    const first = id ? style.whole(1_100, 68_000) : style.whole(12, 400)
    const before = last.get(name)
    const next = before === undefined ? first : before + own.whole(1, id ? 24 : 5)
    last.set(name, next)
    if (shape === 1) return `F${String(next).padStart(6, '0')}`
    if (shape === 2) return `${day.slice(0, 4)}-${String(next % 10_000).padStart(4, '0')}`
    return String(next)
  }
}
