/** SQL of looking for procurements, always within a reach. */
import type { Reach } from '../../kit/actor.js'
import type { Day } from '../../kit/day.js'
import { sql, type Database } from '../../kit/db/index.js'
import type { Pair } from '../facets.js'
import { holding, importSeen } from './reach.js'

/** Words stand anywhere in the title, the reference, the buyer's name or a supplier's name that may be shown. */
const matching = (reach: Reach, words: string) =>
  words === ''
    ? sql<boolean>`true`
    : sql<boolean>`(f.title ilike ${holding(words)} or p.reference ilike ${holding(words)}
      or p.buyer in (select id from purchasing.buyer where name ilike ${holding(words)})
      or p.id in (${heldByNamed(reach, words)}))`

const heldByNamed = (reach: Reach, words: string) => sql`
  select t.procurement from purchasing.supplier_shown n
  join (select supplier, procurement, import from purchasing.award
    union all select supplier, procurement, import from purchasing.contract_source) t on t.supplier = n.supplier
  join purchasing.import i on i.id = t.import
  where n.reach = ${reach} and n.name ilike ${holding(words)} and ${importSeen(reach)}`

const found = (reach: Reach, words: string) => sql`
  from purchasing.procurement_shown f join purchasing.procurement p on p.id = f.procurement
  where f.reach = ${reach} and ${matching(reach, words)}`

/** How many procurements the words find of each buyer in each division, in no order; the division is two digits or null. */
export async function procurementPairs(db: Database, reach: Reach, words: string): Promise<Pair[]> {
  const { rows } = await sql<Pair>`
    select h.division, b.organisation_number as buyer, b.name as "buyerName", h.count
    from (select left(f.category, 2) as division, p.buyer, count(*) as count ${found(reach, words)} group by 1, 2) h
    join purchasing.buyer b on b.id = h.buyer`.execute(db)
  return rows
}

export interface Listed {
  readonly id: number
  readonly address: string
  readonly reference: string
  readonly title: string
  readonly category: string | null
  readonly publishedOn: Day | null
  readonly value: number | null
  readonly buyerNumber: string
  readonly buyerName: string
}
export interface Asked {
  readonly words: string
  /** Two digits. */
  readonly division: string | undefined
  /** An organisation number. */
  readonly buyer: string | undefined
}

/** One page of what is asked for, newest first and undated last. */
export async function procurementsFound(
  db: Database,
  reach: Reach,
  { words, division, buyer }: Asked,
  { skip, most }: { skip: number; most: number },
): Promise<Listed[]> {
  const { rows } = await sql<Listed>`
    select h.*, b.organisation_number as "buyerNumber", b.name as "buyerName"
    from (select p.id, p.address, p.reference, p.buyer, f.title, f.category, f.published_on as "publishedOn", f.value
      ${found(reach, words)}
        and ${division === undefined ? sql`true` : sql`f.category like ${`${division}%`}`}
        and ${buyer === undefined ? sql`true` : sql`p.buyer = (select id from purchasing.buyer where organisation_number = ${buyer})`}
      order by f.published_on desc nulls last, p.id limit ${most} offset ${skip}) h
    join purchasing.buyer b on b.id = h.buyer
    order by h."publishedOn" desc nulls last, h.id`.execute(db)
  return rows
}
