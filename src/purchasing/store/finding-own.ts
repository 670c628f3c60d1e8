/** SQL of looking for buyers, their units and their accounts by words: what they bought must be within reach. */
import type { Reach } from '../../kit/actor.js'
import { sql, type Database } from '../../kit/db/index.js'
import type { Sought } from '../finding/sought.js'
import { buyerNames } from './buyers.js'
import { saying, type Hit, type How, type Part } from './finding.js'
import { accountsSeen, BOUGHT } from './reach.js'
import { unitSeen } from './units.js'

type Text = ReturnType<typeof sql>

const saysAll = (text: Text, { words }: Sought, how: How) =>
  sql<boolean>`(${sql.join(
    words.map((word) => saying(text, word, how)),
    sql` and `,
  )})`

const likeness = (text: Text, { plain }: Sought) => sql`${text} like ${`${plain.replace(/[%_\\]/g, '\\$&')}%`} desc,
  word_similarity(${plain}, ${text}) desc`

export async function buyersSought(db: Database, reach: Reach, sought: Sought, how: How, { skip, most }: Part) {
  const numbers = sought.words.map(({ word }) => word.replaceAll('-', ''))
  const { rows } = await sql<{ number: string }>`
    select b.organisation_number as number from purchasing.buyer b
    where ${saysAll(sql`b.sought`, sought, how)} or b.organisation_number in (${sql.join(numbers)})
    order by ${likeness(sql`b.sought`, sought)}, b.name, b.id`.execute(db)
  const names = await buyerNames(
    db,
    reach,
    rows.map(({ number }) => number),
  )
  const within = rows.filter(({ number }) => names.has(number))
  return within.slice(skip, skip + most).map(({ number }): Hit => ({
    ...{ address: `/buyers/${number}`, title: names.get(number)!, number, buyerNumber: null, buyerName: null },
    ...{ supplier: null, category: null, found: within.length },
  }))
}

export interface OwnHit {
  readonly name: string
  readonly buyerNumber: string
  readonly buyerName: string
  readonly found: number
}

export async function unitsSought(db: Database, reach: Reach, sought: Sought, how: How, { skip, most }: Part) {
  const { rows } = await sql<OwnHit>`
    with named as materialized (select * from purchasing.unit u where ${saysAll(sql`u.sought`, sought, how)})
    select u.name, b.organisation_number as "buyerNumber", b.name as "buyerName", count(*) over () as found
    from named u join purchasing.buyer b on b.id = u.buyer where ${unitSeen(reach)}
    order by ${likeness(sql`u.sought`, sought)}, u.name, u.id limit ${most} offset ${skip}`.execute(db)
  return rows
}

/** As the ledger writes them: '6412 Livsmedel'. Only those on which something was bought. */
export async function accountsSought(db: Database, reach: Reach, sought: Sought, how: How, { skip, most }: Part) {
  const { rows } = await sql<OwnHit>`
    select a.code || ' ' || a.text as name, b.organisation_number as "buyerNumber", b.name as "buyerName",
      count(*) over () as found
    from purchasing.account a join purchasing.buyer b on b.id = a.buyer
    where ${saysAll(sql`a.sought`, sought, how)} and exists (
      select from purchasing.spend_by_account s where s.account = a.id and ${BOUGHT} and ${accountsSeen(reach)})
    order by ${likeness(sql`a.sought`, sought)}, a.code, a.text, a.id limit ${most} offset ${skip}`.execute(db)
  return rows
}
