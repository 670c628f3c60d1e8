/** SQL of corrections and rules that people made. Nothing is changed: what is said anew withdraws what was said before. */
import type { Day, Instant } from '../../kit/day.js'
import { sql, type Database } from '../../kit/db/index.js'
import type { Currency } from '../../kit/money.js'
import { NOT_A_PURCHASE } from '../own-rules.js'
import { BOUGHT, stands } from './reach.js'

/** A posting: its lines are equal in buyer, voucher and identity, and stand on one day. */
export interface Posting {
  readonly buyer: number
  readonly voucher: string
  readonly identity: string
  readonly bookedOn: Day
}

/** Undefined where none stands. */
export const correctionOf = (db: Database, { buyer, voucher, identity }: Posting) =>
  db
    .selectFrom('purchasing.correction')
    .select(['id', 'category', 'at', 'by'])
    .where('buyer', '=', buyer)
    .where('voucher', '=', voucher)
    .where('identity', '=', identity)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()

export const withdrawCorrection = (db: Database, id: string, by: string, at: Instant) =>
  db
    .updateTable('purchasing.correction')
    .set({ withdrawn_at: at, withdrawn_by: by })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute()

export const insertCorrection = (
  db: Database,
  {
    id,
    buyer,
    voucher,
    identity,
    category,
    at,
    by,
  }: Posting & { id: string; category: string; at: Instant; by: string },
) => db.insertInto('purchasing.correction').values({ id, buyer, voucher, identity, category, at, by }).execute()

/** Moves the posting's lines in the roll-up from one correction to another, by parts of sums. Answers how many stand. */
export async function moveCorrected(
  db: Database,
  { buyer, voucher, identity, bookedOn }: Posting,
  before: string | null,
  after: string | null,
): Promise<number> {
  await sql`
    insert into purchasing.spend (import, buyer, unit, supplier, account, month, currency, contract_stated, corrected,
      amount, lines)
    select p.import, p.buyer, p.unit, p.supplier, p.account, date_trunc('month', p.booked_on)::date, p.currency,
      p.contract_stated, m.category, (m.sign * sum(p.amount))::bigint, m.sign * count(*)
    from purchasing.purchase p
    cross join (values (${before}::text, -1), (${after}::text, 1)) m (category, sign)
    where p.buyer = ${buyer} and p.booked_on = ${bookedOn}::date and p.voucher = ${voucher} and p.identity = ${identity}
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, m.sign`.execute(db)
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from purchasing.purchase s
    join purchasing.standing t on t.import = s.import and t.buyer = s.buyer and t.reach = 'internal'
      and t.month = date_trunc('month', s.booked_on)::date
    where s.buyer = ${buyer} and s.booked_on = ${bookedOn}::date and s.voucher = ${voucher}
      and s.identity = ${identity}`.execute(db)
  return rows[0]!.count
}

const FITTED = sql`(
  select s.buyer, s.supplier, s.account, s.currency, s.lines from purchasing.spend s where ${stands('internal')})`

interface Rule {
  readonly buyer: number
  readonly account?: string | undefined
  readonly supplier?: number | undefined
  readonly category: string
}

export const insertRule = (db: Database, rule: Rule & { id: string; at: Instant; by: string }) =>
  db
    .insertInto('purchasing.category_rule')
    .values({ ...rule, account: rule.account ?? null, supplier: rule.supplier ?? null, text: null })
    .execute()

/** Those that fit the very same lines. */
export const withdrawRulesLike = (db: Database, { buyer, account, supplier }: Rule, by: string, at: Instant) =>
  sql`update purchasing.category_rule set withdrawn_at = ${at}, withdrawn_by = ${by}
    where buyer = ${buyer} and withdrawn_at is null and text is null
      and account is not distinct from ${account ?? null} and supplier is not distinct from ${supplier ?? null}`.execute(
    db,
  )

/** Answers whose it was; undefined where none of that id stands. */
export async function withdrawRule(db: Database, id: string, by: string, at: Instant): Promise<number | undefined> {
  const row = await db
    .updateTable('purchasing.category_rule')
    .set({ withdrawn_at: at, withdrawn_by: by })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning('buyer')
    .executeTakeFirst()
  return row?.buyer
}

export interface RuleShown {
  readonly id: string
  /** The account's number; null where any. */
  readonly account: string | null
  /** The supplier's address and name; null where any. */
  readonly supplier: string | null
  readonly supplierName: string | null
  readonly category: string
  readonly at: Instant
  readonly by: string
  /** Both null while it stands. */
  readonly withdrawnAt: Instant | null
  readonly withdrawnBy: string | null
}

/** A buyer's rules, those that stand first and the newest first of each. */
export async function rulesShown(db: Database, buyer: number): Promise<RuleShown[]> {
  const { rows } = await sql<RuleShown>`
    select r.id, r.account, k.address as supplier, coalesce(n.name, k.address) as "supplierName", r.category, r.at, r.by,
      r.withdrawn_at as "withdrawnAt", r.withdrawn_by as "withdrawnBy"
    from purchasing.category_rule r left join purchasing.supplier k on k.id = r.supplier
    left join purchasing.supplier_shown n on n.supplier = r.supplier and n.reach = 'internal'
    where r.buyer = ${buyer} order by r.withdrawn_at is not null, r.at desc, r.id`.execute(db)
  return rows
}

export interface RuleFits {
  readonly rule: string
  /** As the ledger writes it; null where the rule is about any account. */
  readonly account: string | null
  readonly currency: Currency
  readonly lines: number
}

/** How many of a buyer's lines each rule fits, by account where it names one, and by currency. */
export async function ruleFits(db: Database, buyer: number): Promise<RuleFits[]> {
  const { rows } = await sql<RuleFits>`
    select r.id as rule, case when r.account is not null then a.code || ' ' || a.text end as account, s.currency,
      sum(s.lines)::bigint as lines
    from purchasing.category_rule r
    join ${FITTED} s on s.buyer = r.buyer and (r.supplier is null or s.supplier = r.supplier)
    join purchasing.account a on a.id = s.account and (r.account is null or a.code = r.account)
      and (${BOUGHT} or (a.apart_of is not null and r.category = ${NOT_A_PURCHASE}))
    where r.buyer = ${buyer} and r.withdrawn_at is null
    group by 1, 2, 3 having sum(s.lines) <> 0 order by 1, 2, lines desc`.execute(db)
  return rows
}
