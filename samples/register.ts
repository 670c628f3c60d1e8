/** register.csv: the contract register, one row per contract. A supplier signs one contract per procurement, for all its lots. */
import { csv } from './csv.js'
import { known, type Description, type Procurement } from './description.js'

export const REGISTER_HEADER = [
  'avtalsnummer',
  'upphandling',
  'kopare_id',
  'kopare',
  'titel',
  'leverantor',
  'leverantor_id',
  'cpv',
  'start',
  'slut',
  'forlangning_manader',
  'uppsagning_manader',
  'takbelopp',
  'typ',
  'avropsberattigade',
]

export interface Contract {
  readonly number: string
  readonly procurement: Procurement
  readonly supplier: string
  readonly start: string
  readonly end: string
}

export const contractsOf = (of: Description): Contract[] =>
  of.procurements.flatMap((procurement) => {
    const { register } = procurement
    if (!register) return []
    return suppliersOf(procurement).map((supplier, place) => ({
      number: `AVT-${procurement.id}-${place + 1}`,
      procurement,
      supplier,
      start: register.start,
      end: register.end,
    }))
  })

export const suppliersOf = ({ lots }: Procurement): string[] => [...new Set(lots.flatMap(({ suppliers }) => suppliers))]

export const register = (of: Description): string =>
  csv(
    REGISTER_HEADER,
    contractsOf(of).map((contract) => row(of, contract)),
  )

function row(of: Description, { number, procurement, supplier, start, end }: Contract): string[] {
  const buyer = known(of.bodies, procurement.buyer)
  const held = procurement.lots.filter(({ suppliers }) => suppliers.includes(supplier))
  const { name, id } = known(of.suppliers, supplier)
  return [
    number,
    procurement.id,
    buyer.id,
    buyer.name,
    title(procurement, held),
    name,
    id,
    held[0]?.cpv ?? procurement.cpv,
    start,
    end,
    procurement.register?.options.join('+') || '0',
    String(procurement.register?.notice ?? ''),
    ceiling(held),
    procurement.type,
    callers(of, procurement),
  ]
}

const title = (procurement: Procurement, held: Procurement['lots']) =>
  procurement.lots.length === 1 ? procurement.title : `${procurement.title}: ${held.map((lot) => lot.name).join(', ')}`

/** In kronor. A ceiling is the lot's: where suppliers share a lot, each row repeats it. Blank when a lot has none. */
function ceiling(held: Procurement['lots']): string {
  if (held.some(({ cap }) => cap === undefined)) return ''
  return String(Math.round(held.reduce((sum, { cap = 0 }) => sum + cap * 1_000_000, 0)))
}

const callers = (of: Description, { callers, buyer }: Procurement) =>
  (callers ? known(of.groups, callers) : [buyer]).map((body) => known(of.bodies, body).name).join(';')
