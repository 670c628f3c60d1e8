/** Fairlane's own contract register: one row per contract and supplier. */
import { agreementOf, buyerOf, fieldsOf, folded, given, supplierOf, type Fields } from '../fields.js'
import { isPersonal } from '../masking.js'
import { attempt, isProblem } from '../reading.js'
import type { Format, Problem, Row, Statement } from '../statement.js'

const NEEDED = ['avtalsnummer', 'kopare_id', 'kopare', 'titel', 'leverantor', 'leverantor_id', 'start', 'slut']

export const contractRegister: Format = {
  name: 'contract-register',
  recognises: ({ columns }) => {
    const names = new Set(columns.map(folded))
    return NEEDED.every((column) => names.has(column))
  },
  reader: () => statements,
}

function statements(row: Row): (Statement | Problem)[] {
  const fields = fieldsOf(row)
  const names = isPersonal(fields.text('leverantor_id')) ? [fields.text('leverantor')] : []
  const found = attempt(row, () => contract(fields), names)
  return isProblem(found) ? [found] : found
}

function contract(fields: Fields): (Statement | Problem)[] {
  const category = fields.category('cpv')
  const { supplier, note } = supplierOf(fields)
  const day = (column: string) => (fields.text(column) ? fields.day(column).on : undefined)
  const statement: Statement = {
    kind: 'contract',
    place: fields.place(),
    buyer: buyerOf(fields, 'kopare_id', 'kopare'),
    number: fields.needed('avtalsnummer'),
    ...given('procurementReference', fields.text('upphandling')),
    title: fields.needed('titel'),
    ...given('category', category.code),
    ...given('agreement', agreementOf(fields.text('typ'))),
    supplier,
    ...given('startsOn', day('start')),
    ...given('endsOn', day('slut')),
    extensionMonths: fields.months('forlangning_manader').filter((months) => months > 0),
    ...given('noticeMonths', fields.months('uppsagning_manader')[0]),
    ...given('ceiling', fields.text('takbelopp') ? fields.amount('takbelopp') : undefined),
    callers: fields
      .text('avropsberattigade')
      .split(';')
      .map((name) => name.trim())
      .filter(Boolean),
    ...given('ownCategory', fields.text('egen_kategori')),
    ...given('caseNumber', fields.text('diarienummer')),
    ...given('responsible', fields.text('ansvarig')),
  }
  return [statement, ...(note ? [note] : []), ...category.notes]
}
