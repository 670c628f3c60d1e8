/** SQL of one contract: what is shown of it, and what each source tells, within a reach. */
import type { Reach } from '../../kit/actor.js'
import { instantOf, type Day, type Instant } from '../../kit/day.js'
import { askKept, nested, nestedRows, sql, type Database } from '../../kit/db/index.js'
import type { Bought } from '../renewal.js'
import { partiesWhere, type Holds } from './contracts.js'
import { boughtUnderContract, type BoughtUnder } from './following.js'
import { BOUGHT } from './reach.js'

export interface ContractShown {
  readonly id: number
  readonly address: string
  readonly number: string
  readonly title: string
  readonly category: string | null
  readonly agreement: 'framework' | 'contract' | null
  readonly ownCategory: string | null
  readonly caseNumber: string | null
  /** Internal: null for everyone else. */
  readonly responsible: string | null
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly extensionMonths: string | null
  readonly extensionClause: string | null
  readonly noticeMonths: number | null
  readonly ceiling: number | null
  readonly callers: readonly string[]
  readonly buyerNumber: string
  readonly buyerName: string
  readonly procurement: string
  readonly procurementTitle: string
  readonly procurementReference: string
  /** Where the term is told. */
  readonly import: string
  readonly file: string
  readonly line: number
  /** The register that leaves it out; null while it stands. */
  readonly withdrawnBy: string | null
  readonly withdrawnFile: string | null
  readonly withdrawnAt: Instant | null
}

const listed = (text: string): string[] => (text === '' ? [] : text.split('; '))

/** Undefined when no source within reach tells of it. */
export async function contractAt(db: Database, reach: Reach, address: string): Promise<ContractShown | undefined> {
  const [row] = (await shownAt(reach, address, sql``).execute(db)).rows
  return row && { ...row, callers: listed(row.callers) }
}

type Shown = Omit<ContractShown, 'callers'> & { readonly callers: string }

/** With more columns, each after a comma. */
const shownAt = <More>(reach: Reach, address: string, more: ReturnType<typeof sql>) => sql<Shown & More>`
    select h.id, h.address, h.number, f.title, f.category, f.agreement, f.own_category as "ownCategory",
      f.case_number as "caseNumber", f.responsible, f.starts_on as "startsOn", f.ends_on as "endsOn",
      f.extension_months as "extensionMonths", f.extension_clause as "extensionClause",
      f.notice_months as "noticeMonths", f.ceiling, f.callers,
      b.organisation_number as "buyerNumber", b.name as "buyerName", p.address as procurement,
      q.title as "procurementTitle", p.reference as "procurementReference", f.import, i.file, f.line,
      f.withdrawn_by as "withdrawnBy", w.file as "withdrawnFile", w.started_at as "withdrawnAt" ${more}
    from purchasing.contract h
    join purchasing.contract_shown f on f.contract = h.id and f.reach = ${reach}
    join purchasing.buyer b on b.id = h.buyer
    join purchasing.procurement p on p.id = f.procurement
    join purchasing.procurement_shown q on q.procurement = p.id and q.reach = ${reach}
    join purchasing.import i on i.id = f.import left join purchasing.import w on w.id = f.withdrawn_by
    where h.address = ${address}`

/** A contract with all that its page tells. */
export interface ContractWhole {
  readonly contract: ContractShown
  readonly parties: readonly Holds[]
  readonly tellings: readonly ContractTold[]
  readonly under: readonly BoughtUnder[]
}

/** Likewise, in one question: this page is asked for more than any other. */
export async function contractWhole(db: Database, reach: Reach, address: string): Promise<ContractWhole | undefined> {
  const id = sql<number>`(select id from purchasing.contract where address = ${address})`
  const [row] = await askKept(
    db,
    shownAt<Record<'parties' | 'tellings' | 'under', string>>(
      reach,
      address,
      sql`, ${nested(partiesWhere(reach, sql<boolean>`t.contract = ${id}`))} as parties,
        ${nested(tellings(reach, id))} as tellings, ${nested(boughtUnderContract(reach, id))} as under`,
    ),
  )
  if (!row) return undefined
  const { parties, tellings: told, under, ...contract } = row
  return {
    contract: { ...contract, callers: listed(contract.callers) },
    parties: nestedRows<Holds>(parties),
    tellings: nestedRows<ContractTold>(told).map((one) => ({ ...one, readAt: instantOf(new Date(one.readAt)) })),
    under: nestedRows<BoughtUnder>(under),
  }
}

/** What was bought under a contract, in öre, and the months of which its buyer's ledgers tell. For the buyer's own people. */
export async function boughtUnder(db: Database, contract: number): Promise<Bought> {
  const { rows } = await sql<Bought>`
    select coalesce((select sum(s.amount) from purchasing.spend_by_category s join purchasing.account a on a.id = s.account
        where s.contract = h.id and s.reach = 'internal' and s.currency = 'SEK' and ${BOUGHT}), 0)::bigint as spent,
      min(t.month) as "from", max(t.month) as "to"
    from purchasing.contract h left join purchasing.standing t on t.buyer = h.buyer and t.reach = 'internal'
    where h.id = ${contract} group by h.id`.execute(db)
  return rows[0] ?? { spent: 0, from: null, to: null }
}

export interface ContractTold {
  readonly import: string
  readonly file: string
  readonly readAt: Instant
  readonly line: number
  /** Null where the name is withheld. */
  readonly supplier: string | null
  readonly title: string
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly extensionMonths: string | null
  readonly extensionClause: string | null
  readonly noticeMonths: number | null
  readonly ceiling: number | null
  /** Whether a later register of the buyer tells its contracts anew. */
  readonly isReplaced: boolean
}

/** What each source within reach tells of a contract, a row for each supplier, the latest file first. */
export const tellingsOf = async (db: Database, reach: Reach, contract: number): Promise<ContractTold[]> =>
  (await tellings(reach, sql<number>`${contract}`).execute(db)).rows

const tellings = (reach: Reach, contract: ReturnType<typeof sql<number>>) => sql<ContractTold>`
    select t.import, i.file, t.started_at as "readAt", t.line, n.name as supplier, t.title, t.starts_on as "startsOn",
      t.ends_on as "endsOn", t.extension_months as "extensionMonths", t.extension_clause as "extensionClause",
      t.notice_months as "noticeMonths", t.ceiling, t.left_out_by is not null as "isReplaced"
    from purchasing.contract_told t join purchasing.import i on i.id = t.import
    left join purchasing.supplier_shown n on n.supplier = t.supplier and n.reach = ${reach}
    where t.contract = ${contract} and t.reach = ${reach} order by t.started_at desc, t.import, t.line`
