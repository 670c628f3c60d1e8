/** SQL of contracts as a register lands, is published or is taken back: whose they are, who told them, what is shown. */
import { copyRows, sql, type Database } from '../../kit/db/index.js'

/** Buyers and suppliers of staged rows `s`, in the places where the file's own lists have them. */
const BUYER = sql`purchasing.staged_party b on b.import = s.import and b.noun = 'buyer' and b.place = s.buyer`
const SUPPLIER = sql`purchasing.staged_party k on k.import = s.import and k.noun = 'supplier' and k.place = s.supplier`

/** A contract is its buyer's and its number's, and keeps its address. */
export async function landContracts(db: Database, id: string): Promise<void> {
  await sql`
    insert into purchasing.contract (address, buyer, number)
    select distinct on (b.id, s.number) s.contract_address, b.id, s.number
    from purchasing.staged_procurement s join ${BUYER}
    where s.import = ${id} and s.kind = 'contract' order by b.id, s.number, s.line
    on conflict (buyer, number) do nothing`.execute(db)
  await sql`
    insert into purchasing.contract_source (contract, import, line, procurement, supplier, title, category, agreement,
      own_category, case_number, responsible, starts_on, ends_on, extension_months, extension_clause, notice_months,
      ceiling, callers)
    select c.id, s.import, s.line, p.id, k.id, s.title, s.category, s.agreement, s.own_category, s.case_number,
      s.responsible, s.starts_on, s.ends_on, s.extension_months, s.extension_clause, s.notice_months, s.ceiling,
      s.callers
    from purchasing.staged_procurement s join ${BUYER}
    join purchasing.contract c on c.buyer = b.id and c.number = s.number
    join purchasing.procurement p on p.buyer = b.id and p.reference = s.reference
    left join ${SUPPLIER}
    where s.import = ${id} and s.kind = 'contract'`.execute(db)
  await sql`analyze purchasing.contract_source`.execute(db)
}

export interface EarlierRegister {
  readonly import: string
  readonly buyer: number
  /** How many contracts of the buyer it tells of, and how many of them the new one tells of too. */
  readonly contracts: number
  readonly recurring: number
}

/** Every other register of the buyers that this import tells contracts of, in no order. */
export async function earlierRegisters(db: Database, id: string): Promise<EarlierRegister[]> {
  const { rows } = await sql<EarlierRegister>`
    with told as (
      select distinct c.id, c.buyer from purchasing.contract_source s join purchasing.contract c on c.id = s.contract
      where s.import = ${id})
    select s.import, c.buyer, count(distinct c.id) as contracts, count(distinct t.id) as recurring
    from purchasing.contract_source s join purchasing.contract c on c.id = s.contract
    left join told t on t.id = c.id
    where s.import <> ${id} and c.buyer in (select buyer from told) group by 1, 2`.execute(db)
  return rows
}

export const insertReplacedRegisters = (
  db: Database,
  id: string,
  replaced: readonly Pick<EarlierRegister, 'import' | 'buyer'>[],
) =>
  copyRows(
    db,
    'purchasing.contract_replacement',
    ['import', 'replaced', 'buyer'],
    replaced.map((one) => [id, one.import, one.buyer]),
  )

export interface LandedContracts {
  /** Rows on contracts that no earlier import had told of. */
  readonly kept: number
  /** Rows that tell a known contract otherwise than any earlier import did. */
  readonly changed: number
  /** Contracts that stood until this import left them out. */
  readonly withdrawn: number
}

const TOLD = ['supplier', 'title', 'category', 'agreement', 'own_category', 'case_number', 'responsible']
const TERM = ['starts_on', 'ends_on', 'extension_months', 'extension_clause', 'notice_months', 'ceiling', 'callers']
const facts = (of: string) => sql.join([...TOLD, ...TERM].map((name) => sql.ref(`${of}.${name}`)))

/** After `insertReplacedRegisters`. */
export async function countContracts(db: Database, id: string): Promise<LandedContracts> {
  const { rows } = await sql<LandedContracts>`
    select count(*) filter (where not known) as kept, count(*) filter (where known and not told) as changed,
      (${leftOut(id)}) as withdrawn
    from (
      select bool_or(b.import is not null) as known,
        coalesce(bool_or((${facts('a')}) is not distinct from (${facts('b')})) filter (where b.import is not null), false)
          as told
      from purchasing.contract_source a
      left join purchasing.contract_source b on b.contract = a.contract and b.import <> a.import
      where a.import = ${id} group by a.ctid) judged`.execute(db)
  return rows[0]!
}

/** A contract is left out where this import replaces a telling that nobody else had replaced, and none stands now. */
const leftOut = (id: string) => sql`
  select count(distinct c.id) from purchasing.contract_replacement n
  join purchasing.contract_source s on s.import = n.replaced
  join purchasing.contract c on c.id = s.contract and c.buyer = n.buyer
  where n.import = ${id}
    and not exists (select from purchasing.contract_replacement o
      where o.replaced = n.replaced and o.buyer = n.buyer and o.import <> n.import)
    and not exists (select from purchasing.contract_source a where a.contract = c.id and not exists (
      select from purchasing.contract_replacement o where o.replaced = a.import and o.buyer = c.buyer))`

/** Contracts that this import tells of, or that a register it replaces tells of. */
export async function touchedContracts(db: Database, id: string): Promise<number[]> {
  const { rows } = await sql<{ contract: number }>`
    select s.contract from purchasing.contract_source s where s.import = ${id}
    union select s.contract from purchasing.contract_replacement n
      join purchasing.contract_source s on s.import = n.replaced
      join purchasing.contract c on c.id = s.contract and c.buyer = n.buyer where n.import = ${id}`.execute(db)
  return rows.map((row) => row.contract)
}

/** Recomputes, for both reaches, what is shown of these contracts; nothing where nobody tells of them any more. */
export async function refreshContracts(db: Database, contracts: readonly number[]): Promise<void> {
  if (contracts.length === 0) return
  // A constant, so that the view is worked out for these contracts and not for all.
  const these = sql`any(${`{${contracts.join()}}`}::bigint[])`
  await sql`delete from purchasing.contract_shown where contract = ${these}`.execute(db)
  await sql`insert into purchasing.contract_shown
    select * from purchasing.contract_merged where contract = ${these}`.execute(db)
}

/** An import that is taken back tells no contracts and replaces no register. Answers what is to be shown anew. */
export async function deleteContracts(db: Database, id: string): Promise<number[]> {
  const touched = await touchedContracts(db, id)
  await sql`delete from purchasing.contract_replacement where import = ${id} or replaced = ${id}`.execute(db)
  await sql`delete from purchasing.contract_source where import = ${id}`.execute(db)
  return touched
}
