/** SQL of contracts that are soon up for decision, and of what was delivered under them in a year. Within a reach. */
import type { Reach } from '../../kit/actor.js'
import type { Day } from '../../kit/day.js'
import { sql, type Database } from '../../kit/db/index.js'
import type { ContractSoon, DeliveredInYear } from '../rules/leverage.js'

/** The next day of each contract from one day to another, the soonest first. */
export async function contractsSoon(db: Database, reach: Reach, from: Day, to: Day): Promise<ContractSoon[]> {
  const { rows } = await sql<ContractSoon>`
    select id, address, title, next from (
      select id, address, title, (select min(d) from unnest(days) d where d between ${from}::date and ${to}::date) as next
      from purchasing.contract_named where reach = ${reach}) c
    where next is not null order by next, title, id`.execute(db)
  return rows
}

/** What invoices tell of the twelve months up to the latest that they tell of, under contracts that may be seen. */
export async function deliveredInYear(db: Database, reach: Reach): Promise<DeliveredInYear[]> {
  const { rows } = await sql<DeliveredInYear>`
    with told as materialized (select * from purchasing.bought_in_quantities where reach = ${reach} and contract is not null)
    select contract, n.address, article, unit_code as "unitCode", sum(quantity)::float8 as quantity
    from told join purchasing.contract_named n on n.id = contract and n.reach = ${reach}
    where month > (select max(month) from told) - interval '12 months' group by 1, 2, 3, 4`.execute(db)
  return rows
}
