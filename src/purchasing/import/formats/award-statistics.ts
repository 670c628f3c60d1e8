/** The Swedish procurement statistics: contracted tenders by supplier, or contracted values by procurement. */
import type { Day } from '../../../kit/day.js'
import { say } from '../../../kit/words/index.js'
import { agreementOf, buyerOf, fieldsOf, folded, given, type Fields } from '../fields.js'
import { isWithheld, masked } from '../masking.js'
import { attempt, isProblem } from '../reading.js'
import type { BuyerNamed, Format, Problem, ProcurementNamed, Row, Statement } from '../statement.js'

const NEEDED = ['Namn för köpare', 'Organisationsnummer för köpare', 'Upphandlings-ID', 'Upphandlingens titel']
const SUPPLIER = 'Namn för leverantör'
const CATEGORY = 'Huvudsaklig CPV-kod'
const PUBLISHED = 'Publiceringsdatum'
const VALUE = 'Kontrakterat värde, Summa'
const SECTORS: Readonly<Record<string, BuyerNamed['sector']>> = {
  kommun: 'municipality',
  region: 'region',
  stat: 'state',
}

export const awardStatistics: Format = {
  name: 'award-statistics',
  recognises: ({ columns }) => {
    const names = new Set(columns.map(folded))
    const has = (column: string) => names.has(folded(column))
    return NEEDED.every(has) && (has(SUPPLIER) || has(VALUE))
  },
  reader: () => (row) => {
    const fields = fieldsOf(row)
    const found = attempt(row, () => statements(fields, row), isPerson(fields) ? [fields.text(SUPPLIER)] : [])
    return isProblem(found) ? [found] : found
  },
}

function statements(fields: Fields, row: Row): (Statement | Problem)[] {
  const category = fields.category(CATEGORY)
  const published = fields.dayIfKnown(PUBLISHED)
  const found = statement(fields, row, category.code, published.on)
  return isProblem(found) ? [found] : [found, ...category.notes, ...published.notes]
}

function statement(fields: Fields, row: Row, category?: string, publishedOn?: Day): Statement | Problem {
  const sector = fields.text('Sektor för köpare').toLowerCase()
  const common = {
    place: fields.place(),
    buyer: {
      ...buyerOf(fields, 'Organisationsnummer för köpare', 'Namn för köpare'),
      ...given('sector', sector === '' ? undefined : (SECTORS[sector] ?? 'other')),
    },
    procurement: { ...procurement(fields), ...given('category', category), ...given('publishedOn', publishedOn) },
  }
  if (fields.columns.includes(folded(SUPPLIER)))
    return {
      kind: 'award',
      ...common,
      ...given('lot', fields.text('Anbudsområdes-ID')),
      supplier: {
        name: isPerson(fields) ? undefined : fields.needed(SUPPLIER),
        ...given('size', fields.text('Företagsstorlek för leverantör')),
      },
    }
  const value = fields.text(VALUE) === '' ? 0 : fields.amount(VALUE)
  if (value !== 0) return { kind: 'award-value', ...common, value }
  return {
    kind: 'problem',
    place: fields.place(VALUE),
    severity: 'silent',
    because: say('purchasing.import.valueNotStated'),
    original: masked(row),
  }
}

const isPerson = (fields: Fields) =>
  isWithheld(fields.text(SUPPLIER)) || fields.text('Juridisk form för leverantör').toLowerCase() === 'fysiska personer'

const yes = (text: string) => text === '1' || text.toLowerCase() === 'true'

const procurement = (fields: Fields): ProcurementNamed => ({
  reference: fields.needed('Upphandlings-ID'),
  title: fields.needed('Upphandlingens titel'),
  ...given('procedure', fields.text('Förfarande')),
  ...given('agreement', agreementOf(fields.text('Typ av avtal'))),
  dynamicSystem: yes(fields.text('Dynamiskt inköpssystem')),
  innovation: yes(fields.text('Innovationsupphandling')),
})
