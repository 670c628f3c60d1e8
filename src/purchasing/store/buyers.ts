/** SQL of buyers, always within a reach. */
import type { Reach } from '../../kit/actor.js'
import { sql, type Database } from '../../kit/db/index.js'
import type { Sector } from '../tables.js'
import type { Currency } from '../../kit/money.js'
import { accountsSeen, BOUGHT, holding } from './reach.js'

/** A buyer called `b` is seen where a line or a procurement of it is. */
export const buyerSeen = (reach: Reach) =>
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
  /** The one that most of its lines are in; kronor where there are none. Its sums are in that one. */
  readonly currency: Currency
}
export interface BuyerListed extends BuyerRow {
  readonly procurements: number
  /** What it bought in its own currency, in hundredths; null where no ledger tells. */
  readonly amount: number | null
  /** How many buyers there are in all that the words fit. */
  readonly found: number
}

/** Undefined when none of that number is within reach. */
export async function buyerAt(db: Database, reach: Reach, number: string): Promise<BuyerRow | undefined> {
  const { rows } = await sql<BuyerRow>`
    select b.id, b.organisation_number as number, b.name, b.sector, coalesce((${sumsOf(reach)} and s.buyer = b.id
      group by s.buyer, s.currency order by sum(s.lines) desc, s.currency limit 1), 'SEK') as currency
    from purchasing.buyer b where b.organisation_number = ${number} and ${buyerSeen(reach)}`.execute(db)
  return rows[0]
}

const sumsOf = (reach: Reach) => sql`select s.currency from purchasing.spend_by_account s
  join purchasing.account a on a.id = s.account where ${accountsSeen(reach)} and ${BOUGHT}`

/**
 * Whose name or number holds the words: those of one currency together, who bought most first, then who has most
 * procurements, then by name.
 */
export async function buyersFound(
  db: Database,
  reach: Reach,
  { words, skip, most }: { words: string; skip: number; most: number },
): Promise<BuyerListed[]> {
  const { rows } = await sql<BuyerListed>`
    select b.id, b.organisation_number as number, b.name, b.sector, coalesce(told.count, 0) as procurements,
      bought.amount, coalesce(bought.currency, 'SEK') as currency, count(*) over () as found
    from purchasing.buyer b
    left join (select p.buyer, count(*) as count from purchasing.procurement_shown f
      join purchasing.procurement p on p.id = f.procurement where f.reach = ${reach} group by 1) told on told.buyer = b.id
    left join (select distinct on (g.buyer) g.*, count(*) over (partition by g.currency) as buyers from (
      select s.buyer, s.currency, sum(s.lines) as lines, sum(s.amount)::bigint as amount
      from purchasing.spend_by_account s join purchasing.account a on a.id = s.account
      where ${accountsSeen(reach)} and ${BOUGHT} group by 1, 2) g
      order by g.buyer, g.lines desc, g.currency) bought on bought.buyer = b.id
    where ${buyerSeen(reach)}
      and (b.name ilike ${holding(words)} or b.organisation_number = ${words.replace(/\D/g, '')})
    order by bought.buyers desc nulls last, bought.currency, bought.amount desc, procurements desc, b.name, b.id limit ${most} offset ${skip}`.execute(
    db,
  )
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
