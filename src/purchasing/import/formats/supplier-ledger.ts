/** The Swedish specification for supplier ledgers as open data, version 1.1. */
import { hundredthsOf, type Currency } from '../../../kit/money.js'
import { say } from '../../../kit/words/index.js'
import { buyerOf, fieldsOf, folded, given, supplierOf, writtenDay, type Fields } from '../fields.js'
import { isPersonal, MASK } from '../masking.js'
import { currencyWritten } from '../mapping/written.js'
import { attempt, isProblem } from '../reading.js'
import type { Format, Problem, Row, Statement } from '../statement.js'

const NEEDED = [
  'kopare_id',
  'kopare',
  'verifikationsnummer',
  'leverantor',
  'leverantor_id',
  'konto_nr',
  'konto_text',
  'belopp',
  'datum',
]
const ALIASES: Readonly<Record<string, string>> = {
  kopare_text: 'kopare',
  faktura_nr: 'fakturanummer',
  valutakod: 'valuta',
  currency: 'valuta',
  currency_code: 'valuta',
}
const named = (column: string) => ALIASES[folded(column)] ?? folded(column)

export const supplierLedger: Format = {
  name: 'supplier-ledger',
  recognises: ({ columns }) => {
    const names = new Set(columns.map(named))
    return NEEDED.every((column) => names.has(column))
  },
  reader: () => statements,
}

function statements(row: Row): (Statement | Problem)[] {
  const fields = fieldsOf(row, named)
  const names = isPersonal(fields.text('leverantor_id')) ? [fields.text('leverantor')] : []
  const found = attempt(row, () => purchase(fields), names)
  return isProblem(found) ? [found] : found
}

function purchase(fields: Fields): (Statement | Problem)[] {
  refuseShifted(fields)
  const { supplier, note } = supplierOf(fields)
  const { on, precision } = fields.day('datum')
  const statement: Statement = {
    kind: 'purchase',
    place: fields.place(),
    buyer: buyerOf(fields, 'kopare_id', 'kopare'),
    voucher: fields.needed('verifikationsnummer'),
    supplier,
    account: { code: fields.needed('konto_nr'), text: fields.needed('konto_text') },
    amount: fields.amount('belopp'),
    currency: currencyOf(fields),
    bookedOn: on,
    precision,
    ...given('unit', fields.text('forvaltning')),
    ...given('invoiceNumber', fields.text('fakturanummer')),
    ...given('contract', fields.text('avtal')),
  }
  return note ? [statement, note] : [statement]
}

/** The specification knows kronor only; files that have a column of currency besides say it there. Empty is kronor. */
function currencyOf(fields: Fields): Currency {
  const value = fields.text('valuta')
  const shown = { column: 'valuta', value: isPersonal(value) ? MASK : value }
  const unknown = say('purchasing.import.mapping.currencyUnknown', shown)
  return value === '' ? 'SEK' : (currencyWritten(value) ?? fields.fail('valuta', unknown))
}

/** A column left out moves the rest: the amount or the date then stands beside its own column. */
function refuseShifted(fields: Fields): void {
  const looks: [column: string, reach: readonly number[], fits: (text: string) => boolean][] = [
    ['belopp', [-1, 1], (text) => hundredthsOf(text) !== undefined],
    ['datum', [-1, 1, -2, 2], (text) => writtenDay(text) !== undefined],
  ]
  for (const [column, reach, fits] of looks) {
    const value = fields.text(column)
    if (value === '' || fits(value)) continue
    const place = fields.columns.indexOf(column)
    const near = reach.map((step) => fields.columns[place + step])
    const neighbour = near.find((name) => name !== undefined && fits(fields.text(name)))
    const shown = isPersonal(value) ? MASK : value
    if (neighbour) fields.fail(column, say('purchasing.import.shifted', { column, value: shown, neighbour }))
  }
}
