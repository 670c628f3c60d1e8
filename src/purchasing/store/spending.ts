/** SQL of what was bought and how much there is to look in, always within a reach. */
import type { Reach } from '../../kit/actor.js'
import type { Day } from '../../kit/day.js'
import { sql, type Database } from '../../kit/db/index.js'
import { buyersKnown } from './buyers.js'
import { accountsSeen, BOUGHT, open, stands, LEAST_SURE } from './reach.js'

export interface Spent {
  readonly buyer: number
  readonly buyerName: string
  readonly buyerNumber: string
  readonly unit: string | null
  readonly account: string
  readonly category: string
  readonly confidence: string
  readonly amount: number
  readonly lines: number
}

/** What was bought of categories that start with these digits, by buyer, unit, account and category, largest first. Only kronor. */
export async function spentUnder(db: Database, reach: Reach, prefixes: readonly string[]): Promise<Spent[]> {
  if (prefixes.length === 0) return []
  const { rows } = await sql<Spent>`
    select s.buyer, b.name as "buyerName", b.organisation_number as "buyerNumber", u.name as unit,
      a.code || ' ' || a.text as account, s.category,
      ${LEAST_SURE} as confidence, sum(s.amount)::bigint as amount,
      sum(s.lines)::bigint as lines
    from (select s.buyer, s.unit, s.account, s.category, s.confidence, sum(s.lines) as lines, sum(s.amount) as amount
      from purchasing.spend_by_following s where s.reach = ${reach} and s.currency = 'SEK'
        and (${sql.join(
          prefixes.map((prefix) => sql`s.category like ${`${prefix}%`}`),
          sql` or `,
        )})
      group by 1, 2, 3, 4, 5) s
    join purchasing.account a on a.id = s.account and ${BOUGHT}
    join purchasing.buyer b on b.id = s.buyer left join purchasing.unit u on u.id = s.unit
    group by 1, 2, 3, 4, 5, 6 having sum(s.lines) <> 0 order by amount desc`.execute(db)
  return rows
}

export interface SpentWith {
  readonly buyer: number
  readonly supplier: number
  readonly amount: number
  readonly from: Day
  readonly to: Day
}

/** What buyers bought of these suppliers, whatever it was, in no order. Only kronor. */
export async function spentWith(db: Database, reach: Reach, suppliers: readonly number[]): Promise<SpentWith[]> {
  if (suppliers.length === 0) return []
  const { rows } = await sql<SpentWith>`
    select s.buyer, s.supplier, sum(s.amount)::bigint as amount, min(s.month) as "from", max(s.month) as "to"
    from purchasing.spend s join purchasing.account a on a.id = s.account
    where ${stands(reach)} and ${open(reach)} and s.currency = 'SEK' and ${BOUGHT} and s.supplier in (${sql.join([...suppliers])})
    group by 1, 2`.execute(db)
  return rows
}

export interface Known {
  readonly procurements: number
  readonly buyers: number
  readonly suppliers: number
  readonly purchases: number
  readonly amount: number
}

/** How much there is to look in; noughts in an empty database. */
export async function known(db: Database, reach: Reach): Promise<Known> {
  const { rows } = await sql<Omit<Known, 'buyers'>>`select
    (select count(*) from purchasing.procurement_shown where reach = ${reach}) as procurements,
    (select count(*) from purchasing.supplier_shown where reach = ${reach}) as suppliers,
    bought.purchases, bought.amount
    from (select coalesce(sum(s.lines), 0)::bigint as purchases, coalesce(sum(s.amount), 0)::bigint as amount
      from purchasing.spend_by_account s join purchasing.account a on a.id = s.account
      where ${accountsSeen(reach)} and s.currency = 'SEK' and ${BOUGHT}) bought`.execute(db)
  return { ...rows[0]!, buyers: await buyersKnown(db, reach) }
}
