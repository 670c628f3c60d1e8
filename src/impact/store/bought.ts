/** SQL of what was bought, read from the views that purchasing publishes. Always within a reach. */
import type { Reach } from '../../kit/actor.js'
import { sql, type Database } from '../../kit/db/index.js'
import type { Bought, Delivered } from '../rules/portfolio.js'

const YEAR = sql`extract(year from month)::int`

/** Sums by year, everything else as it was bought, in no order. */
export async function boughtBy(db: Database, reach: Reach): Promise<Bought[]> {
  const { rows } = await sql<Bought>`
    select buyer, unit, account, ${YEAR} as year, currency, category, vat, sum(amount)::bigint as amount,
      sum(lines)::bigint as lines
    from purchasing.bought_monthly where reach = ${reach} group by 1, 2, 3, 4, 5, 6, 7`.execute(db)
  return rows
}

export interface DeliveredUnder extends Delivered {
  readonly contract: number | null
}

/** What invoices tell of it in quantities: articles of one place together, in no order. */
export async function deliveredBy(db: Database, reach: Reach): Promise<DeliveredUnder[]> {
  const { rows } = await sql<DeliveredUnder>`
    select buyer, unit, account, contract, ${YEAR} as year, currency, category, article, unit_code as "unitCode",
      sum(quantity)::float8 as quantity, sum(amount)::bigint as amount, count(*)::bigint as lines
    from purchasing.bought_in_quantities where reach = ${reach} group by 1, 2, 3, 4, 5, 6, 7, 8, 9`.execute(db)
  return rows
}

export interface BoughtUnder extends Omit<Bought, 'unit' | 'account'> {
  readonly contract: number
}

/** What was bought under contracts, in no order; under one or under all. */
export async function boughtUnder(db: Database, reach: Reach, contract: number | undefined): Promise<BoughtUnder[]> {
  const { rows } = await sql<BoughtUnder>`
    select buyer, contract, ${YEAR} as year, currency, category, vat, sum(amount)::bigint as amount,
      sum(lines)::bigint as lines
    from purchasing.bought_under_contract
    where reach = ${reach} and ${contract === undefined ? sql`true` : sql`contract = ${contract}`} group by 1, 2, 3, 4, 5, 6`.execute(
    db,
  )
  return rows
}

export interface Named {
  readonly noun: 'buyer' | 'unit' | 'account'
  readonly id: number
  readonly buyer: number
  readonly name: string
  /** A buyer's organisation number. */
  readonly number: string | null
}

/** What buyers, units and accounts are called; buyers by name. */
export async function named(db: Database): Promise<Named[]> {
  const { rows } =
    await sql<Named>`select noun, id, buyer, name, number from purchasing.named order by noun, name`.execute(db)
  return rows
}

/** Undefined where no buyer has the organisation number. */
export async function buyerNumbered(db: Database, number: string): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select id from purchasing.named where noun = 'buyer' and number = ${number}`.execute(db)
  return rows[0]?.id
}

export interface ContractNamed {
  readonly id: number
  readonly buyer: number
  readonly address: string
  readonly title: string
}

/** The contracts that may be seen, by title. */
export async function contractsNamed(db: Database, reach: Reach): Promise<ContractNamed[]> {
  const { rows } = await sql<ContractNamed>`
    select id, buyer, address, title from purchasing.contract_named where reach = ${reach} order by title, id`.execute(
    db,
  )
  return rows
}

/** Undefined where no contract that may be seen stands at the address. */
export async function contractAt(db: Database, reach: Reach, address: string): Promise<ContractNamed | undefined> {
  const { rows } = await sql<ContractNamed>`
    select id, buyer, address, title from purchasing.contract_named where reach = ${reach} and address = ${address}`.execute(
    db,
  )
  return rows[0]
}
