/** SQL of contracts whose renewal is ahead, always within a reach and as of a day. */
import type { Reach } from '../../kit/actor.js'
import type { Day, Instant } from '../../kit/day.js'
import { sql, type Database } from '../../kit/db/index.js'
import { actBy, contractsIn, LISTED, listed, type ContractListed, type ContractRow } from './contracts.js'

export interface ContractAhead extends ContractListed {
  readonly actBy: Day
  readonly toldAt: Instant
}

/** Of the contracts with a day ahead, up to `until`, those with the largest ceilings, at most `most`; the earliest first. */
export async function largestAhead(
  db: Database,
  reach: Reach,
  today: Day,
  until: Day,
  most: number,
): Promise<ContractListed[]> {
  const { rows } = await sql<ContractRow>`
    select * from (
      select ${LISTED}, ${actBy(today)} as "actBy" from ${contractsIn(reach)} join purchasing.buyer b on b.id = h.buyer
      where f.reach = ${reach} and ${actBy(today)} <= ${until}::date
      order by f.ceiling desc nulls last, "actBy", h.id limit ${most}
    ) largest order by "actBy", ceiling desc nulls last, id`.execute(db)
  return rows.map(listed(reach))
}

/** Contracts with a day ahead, the earliest first. */
export async function contractsAhead(
  db: Database,
  reach: Reach,
  today: Day,
  { skip, most }: { readonly skip: number; readonly most: number },
): Promise<ContractAhead[]> {
  const { rows } = await sql<ContractRow<ContractAhead>>`
    select ${LISTED}, ${actBy(today)} as "actBy", i.started_at as "toldAt"
    from ${contractsIn(reach)} join purchasing.buyer b on b.id = h.buyer join purchasing.import i on i.id = f.import
    where f.reach = ${reach} and ${actBy(today)} is not null
    order by "actBy", f.ceiling desc nulls last, h.id limit ${most} offset ${skip}`.execute(db)
  return rows.map(listed(reach))
}

export interface RenewalQuarter {
  /** The first day of the quarter. */
  readonly first: Day
  readonly contracts: number
  /** How many of them tell no ceiling. */
  readonly without: number
  readonly ceiling: number
  /** The ceilings, the largest first, at most `parts`. */
  readonly parts: readonly number[]
}

/** Contracts by the quarter of their next day to act, from today to `until`, the earliest first; quarters without any are left out. */
export async function renewalQuarters(
  db: Database,
  reach: Reach,
  today: Day,
  until: Day,
  parts: number,
): Promise<RenewalQuarter[]> {
  const { rows } = await sql<Omit<RenewalQuarter, 'parts'> & { parts: string | null }>`
    select date_trunc('quarter', act_by)::date as first, count(*) as contracts,
      count(*) filter (where ceiling is null) as without, coalesce(sum(ceiling), 0)::bigint as ceiling,
      (to_json((array_agg(ceiling order by ceiling desc) filter (where ceiling > 0))[1:${sql.lit(parts)}]))::text as parts
    from (select f.ceiling, ${actBy(today)} as act_by from ${contractsIn(reach)}
      where f.reach = ${reach}) ahead
    where act_by <= ${until}::date group by 1 order by 1`.execute(db)
  return rows.map((row) => ({ ...row, parts: row.parts === null ? [] : (JSON.parse(row.parts) as number[]) }))
}
