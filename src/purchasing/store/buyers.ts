/** SQL of buyers, always within a reach. */
import type { Reach } from '../../kit/actor.js'
import { sql, type Database } from '../../kit/db/index.js'
import type { Sector } from '../tables.js'
import { accountsSeen, BOUGHT, holding } from './reach.js'

/** A buyer called `b` is seen where a line or a procurement of it is. */
const buyerSeen = (reach: Reach) =>
  reach === 'internal'
    ? sql<boolean>`(exists (select from purchasing.standing t where t.buyer = b.id)
        or exists (select from purchasing.procurement p join purchasing.procurement_shown f
          on f.procurement = p.id where p.buyer = b.id))`
    : sql<boolean>`(exists (select from purchasing.spend_by_account s join purchasing.account a on a.id = s.account
          where s.buyer = b.id and ${accountsSeen(reach)})
        or exists (select from purchasing.procurement p join purchasing.procurement_shown f
          on f.procurement = p.id and f.reach = ${reach} where p.buyer = b.id))`

export interface BuyerRow {
  readonly id: number
  readonly number: string
  readonly name: string
  readonly sector: Sector
}
export interface BuyerListed extends BuyerRow {
  readonly procurements: number
  /** What it bought, in öre; null where no ledger tells. Only kronor. */
  readonly amount: number | null
  /** How many buyers there are in all that the words fit. */
  readonly found: number
}

/** Undefined when none of that number is within reach. */
export const buyerAt = (db: Database, reach: Reach, number: string): Promise<BuyerRow | undefined> =>
  db
    .selectFrom('purchasing.buyer as b')
    .select(['id', 'organisation_number as number', 'name', 'sector'])
    .where('organisation_number', '=', number)
    .where(buyerSeen(reach))
    .executeTakeFirst()

/** Whose name or number holds the words, who bought most first, then who has most procurements, then by name. */
export async function buyersFound(
  db: Database,
  reach: Reach,
  { words, skip, most }: { words: string; skip: number; most: number },
): Promise<BuyerListed[]> {
  const { rows } = await sql<BuyerListed>`
    select b.id, b.organisation_number as number, b.name, b.sector, coalesce(told.count, 0) as procurements,
      bought.amount, count(*) over () as found
    from purchasing.buyer b
    left join (select p.buyer, count(*) as count from purchasing.procurement_shown f
      join purchasing.procurement p on p.id = f.procurement where f.reach = ${reach} group by 1) told on told.buyer = b.id
    left join (select s.buyer, sum(s.amount)::bigint as amount from purchasing.spend_by_account s
      join purchasing.account a on a.id = s.account
      where ${accountsSeen(reach)} and ${BOUGHT} group by 1) bought on bought.buyer = b.id
    where ${buyerSeen(reach)}
      and (b.name ilike ${holding(words)} or b.organisation_number = ${words.replace(/\D/g, '')})
    order by bought.amount desc nulls last, procurements desc, b.name, b.id limit ${most} offset ${skip}`.execute(db)
  return rows
}

/** The names by number of those within reach. */
export async function buyerNames(db: Database, reach: Reach, numbers: readonly string[]): Promise<Map<string, string>> {
  if (numbers.length === 0) return new Map()
  const rows = await db
    .selectFrom('purchasing.buyer as b')
    .select(['organisation_number', 'name'])
    .where('organisation_number', 'in', numbers)
    .where(buyerSeen(reach))
    .execute()
  return new Map(rows.map((row) => [row.organisation_number, row.name]))
}

/** How many procurements of a buyer are told of within reach. */
export async function procurementsHad(db: Database, reach: Reach, buyer: number): Promise<number> {
  const { count } = await db
    .selectFrom('purchasing.procurement_shown as f')
    .innerJoin('purchasing.procurement as p', 'p.id', 'f.procurement')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('f.reach', '=', reach)
    .where('p.buyer', '=', buyer)
    .executeTakeFirstOrThrow()
  return count
}

/** How many buyers there are within reach. */
export async function buyersKnown(db: Database, reach: Reach): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from purchasing.buyer b where ${buyerSeen(reach)}`.execute(db)
  return rows[0]!.count
}
