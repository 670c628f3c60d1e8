/** awards.csv: the columns of the national award statistics, one row per procurement, lot and supplier. */
import { csv } from './csv.js'
import { known, type Description, type Procurement, type Supplier } from './description.js'

const PROCEDURES = {
  open: { name: 'Öppet förfarande', directive: '1' },
  simple: { name: 'Förenklat förfarande', directive: '0' },
  selective: { name: 'Selektivt förfarande', directive: '1' },
  negotiated: { name: 'Förhandlat förfarande med föregående annonsering', directive: '1' },
}
const SIZES = {
  mikro: 'Mikroföretag',
  små: 'Små företag',
  medelstora: 'Medelstora företag',
  stora: 'Stora företag',
}
// The last heading carries a comma of its own and so stands quoted, as in the published file.
export const AWARDS_HEADER = [
  'År',
  'Namn för köpare',
  'Organisationsnummer för köpare',
  'Sektor för köpare',
  'Upphandlingsslag',
  'Huvudsaklig CPV-kod',
  'Direktivstyrd',
  'Förfarande',
  'Typ av avtal',
  'Dynamiskt inköpssystem',
  'Innovationsupphandling',
  'Upphandlings-ID',
  'Upphandlingens titel',
  'Publiceringsdatum',
  'Anbudsområdes-ID',
  'Namn för leverantör',
  'Företagsstorlek för leverantör',
  'Antal kontrakterade anbud*, Summa',
]

export function awards(of: Description): string {
  const procurements = of.procurements.toSorted((a, b) => (a.published < b.published ? -1 : 1))
  return csv(
    AWARDS_HEADER,
    procurements.flatMap((procurement) => rows(of, procurement)),
  )
}

const rows = (of: Description, procurement: Procurement): string[][] =>
  procurement.lots.flatMap((lot, place) =>
    lot.suppliers.map((key) => [
      ...procurementFields(of, procurement),
      `CAN-${procurement.id}_${place + 1}`,
      ...supplierFields(known(of.suppliers, key)),
      '1',
    ]),
  )

function procurementFields(of: Description, procurement: Procurement): string[] {
  const buyer = known(of.bodies, procurement.buyer)
  const procedure = PROCEDURES[procurement.procedure]
  return [
    procurement.published.slice(0, 4),
    buyer.name.toUpperCase(),
    buyer.id,
    'Kommun',
    procurement.kind,
    `${procurement.cpv} ${known(of.labels, procurement.cpv)}`,
    procedure.directive,
    procedure.name,
    procurement.type,
    procurement.dynamic ? '1' : '0',
    '',
    procurement.id,
    procurement.title,
    procurement.published,
  ]
}

const supplierFields = ({ name, award, size }: Supplier) => [award ?? name, SIZES[size]]
