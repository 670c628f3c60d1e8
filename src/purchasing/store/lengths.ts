/** SQL of how long contracts last, always within a reach. */
import type { Reach } from '../../kit/actor.js'
import type { Day } from '../../kit/day.js'
import { sql, type Database } from '../../kit/db/index.js'

export interface ContractLength {
  readonly address: string
  readonly number: string
  readonly title: string
  readonly buyerName: string
  /** Eight digits of CPV; where its register tells none, that of its procurement, and null where neither does. */
  readonly category: string | null
  readonly agreement: 'framework' | 'contract' | null
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  /** With every option that remains; null where they cannot be read, or the days contradict each other. */
  readonly lastOn: Day | null
  /** In öre. */
  readonly ceiling: number | null
  /** Where it is told. */
  readonly file: string
  readonly line: number
}

const lengths = (reach: Reach) => sql`
  select h.address, h.number, f.title, b.name as "buyerName", coalesce(f.category, q.category) as category,
    coalesce(f.agreement, q.agreement) as agreement, f.starts_on as "startsOn", f.ends_on as "endsOn",
    case when f.extension_months is not null then f.last_on end as "lastOn", f.ceiling, i.file, f.line
  from purchasing.contract_shown f
  join purchasing.contract h on h.id = f.contract
  join purchasing.buyer b on b.id = h.buyer
  join purchasing.import i on i.id = f.import
  left join purchasing.procurement_shown q on q.procurement = f.procurement and q.reach = f.reach
  where f.reach = ${reach} and f.withdrawn_by is null`

/** Every contract that stands, once however many hold it; by end, those without one last. */
export const contractLengths = async (db: Database, reach: Reach): Promise<ContractLength[]> =>
  (await sql<ContractLength>`${lengths(reach)} order by f.ends_on, h.address`.execute(db)).rows

/** Undefined when no source within reach tells of it, or it is withdrawn. */
export const contractLengthAt = async (
  db: Database,
  reach: Reach,
  address: string,
): Promise<ContractLength | undefined> =>
  (await sql<ContractLength>`${lengths(reach)} and h.address = ${address}`.execute(db)).rows[0]
