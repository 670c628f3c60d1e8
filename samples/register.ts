/** register.csv: the contract register, one row per contract. A supplier signs one contract per procurement, for all its lots. */
import { day } from '../src/kit/day.js'
import { ceilingOf, runsOf, type Run } from './chain.js'
import { csv } from './csv.js'
import { known, type Description, type Procurement, type Subject } from './description.js'
import { dice } from './random.js'

export const REGISTER_HEADER = [
  'avtalsnummer',
  'diarienummer',
  'upphandling',
  'kopare_id',
  'kopare',
  'titel',
  'leverantor',
  'leverantor_id',
  'cpv',
  'egen_kategori',
  'start',
  'slut',
  'forlangning_manader',
  'uppsagning_manader',
  'takbelopp',
  'typ',
  'avropsberattigade',
  'ansvarig',
]

export interface Contract {
  readonly number: string
  /** The procurement's ID or the subject's title: what a stream of the ledger comes from. */
  readonly from: string
  readonly procurement: string
  readonly buyer: string
  readonly title: string
  readonly supplier: string
  readonly cpv: string
  readonly start: string
  readonly end: string | undefined
  readonly options: readonly number[]
  readonly notice: number | undefined
  /** In kronor. A ceiling is the lot's: where suppliers share a lot, each row repeats it. */
  readonly ceiling: number | undefined
  readonly type: string
  readonly callers: string | undefined
}

export const contractsOf = (of: Description): Contract[] => [
  ...of.procurements.flatMap(ofProcurement),
  ...numbered(of.subjects.flatMap((subject, place) => ofSubject(of, subject, place))),
]

function ofProcurement(procurement: Procurement): Contract[] {
  const { register } = procurement
  if (!register) return []
  return suppliersOf(procurement).map((supplier, place) => {
    const held = procurement.lots.filter(({ suppliers }) => suppliers.includes(supplier))
    return {
      ...procurement,
      ...register,
      number: `AVT-${procurement.id}-${place + 1}`,
      from: procurement.id,
      procurement: procurement.id,
      title: titleOf(procurement, held),
      supplier,
      cpv: held[0]?.cpv ?? procurement.cpv,
      notice: register.notice,
      ceiling: ceiling(held),
      callers: procurement.callers,
    }
  })
}

export const suppliersOf = ({ lots }: Procurement): string[] => [...new Set(lots.flatMap(({ suppliers }) => suppliers))]

const titleOf = (procurement: Procurement, held: Procurement['lots']) =>
  procurement.lots.length === 1 ? procurement.title : `${procurement.title}: ${held.map((lot) => lot.name).join(', ')}`

/** Unknown when a lot has none. */
function ceiling(held: Procurement['lots']): number | undefined {
  if (held.some(({ cap }) => cap === undefined)) return undefined
  return Math.round(held.reduce((sum, { cap = 0 }) => sum + cap * 1_000_000, 0))
}

const SERIES: Readonly<Record<string, string>> = { stad: 'ÄLV', energi: 'ÄEAB', bostader: 'ÄBAB' }
/** Procurements of the awards are numbered below. */
const FIRST_NUMBER = 101
/** One ceiling in so many was never written down. */
const CEILING_UNKNOWN = 0.12

function ofSubject(of: Description, subject: Subject, place: number): Contract[] {
  const thrown = dice(of.seed, 'register', subject.title, subject.buyer)
  return runsOf(subject, day(of.today)).flatMap((run) => {
    const room = 1.05 + thrown.unit() * 0.6
    const isKnown = subject.used !== undefined || !thrown.chance(CEILING_UNKNOWN)
    const procurement = subject.direct ? '' : `${SERIES[subject.buyer]}${yearBefore(run)}-${FIRST_NUMBER + place}`
    return run.suppliers.map((supplier) => ({
      ...subject,
      ...run,
      number: '',
      from: subject.title,
      procurement,
      supplier,
      type: subject.direct ? 'Kontrakt' : subject.type,
      ceiling: isKnown && run.end ? ceilingOf(of, subject, run, room) : undefined,
      callers: subject.callers,
    }))
  })
}

/** Procurements are numbered in the year in which they were announced. */
const yearBefore = ({ start }: Run) => Number(start.slice(0, 4)) - (start.slice(5, 7) < '09' ? 1 : 0)

/** A running number within the year of signing. */
function numbered(contracts: readonly Contract[]): Contract[] {
  const last = new Map<string, number>()
  return contracts
    .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
    .map((contract) => {
      const year = contract.start.slice(0, 4)
      const next = (last.get(year) ?? 0) + 1
      last.set(year, next)
      return { ...contract, number: `AVT-${year}-${String(next).padStart(3, '0')}` }
    })
}

export function register(of: Description, contracts: readonly Contract[]): string {
  const rows = contracts.map((contract, place) => withFaults(of, contract, row(of, contract, place)))
  return csv(REGISTER_HEADER, rows)
}

function row(of: Description, contract: Contract, place: number): string[] {
  const buyer = known(of.bodies, contract.buyer)
  const { name, id } = known(of.suppliers, contract.supplier)
  const { name: kind, office } = ownCategory(of, contract.cpv)
  return [
    contract.number,
    `KS ${contract.start.slice(0, 4)}/${String(101 + ((place * 37) % 880)).padStart(5, '0')}`,
    contract.procurement,
    buyer.id,
    buyer.name,
    contract.title,
    name,
    id,
    contract.cpv,
    kind,
    contract.start,
    contract.end ?? '',
    contract.options.join('+') || '0',
    String(contract.notice ?? ''),
    contract.ceiling === undefined ? '' : String(contract.ceiling),
    contract.type,
    callers(of, contract),
    contract.buyer === 'stad' ? office : `${buyer.name}, inköp`,
  ]
}

/** The kind with the longest beginning of the code. */
function ownCategory(of: Description, cpv: string) {
  const fit = (one: Description['ownCategories'][number]) =>
    Math.max(0, ...one.cpv.filter((beginning) => cpv.startsWith(beginning)).map(({ length }) => length))
  return of.ownCategories.toSorted((a, b) => fit(b) - fit(a))[0]!
}

const callers = (of: Description, { callers, buyer }: Contract) =>
  (callers ? known(of.groups, callers) : [buyer]).map((body) => known(of.bodies, body).name).join(';')

/** In the newest contract of that title, so that somebody would notice. */
function withFaults(of: Description, { title, end }: Contract, cells: string[]): string[] {
  const faults = of.faults.filter((fault) => fault.title === title && end !== undefined && end >= of.today)
  return faults.reduce((so, { column, written }) => so.with(REGISTER_HEADER.indexOf(column), written), cells)
}
