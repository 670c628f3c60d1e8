/**
 * SQL of looking for anything by words, always within a reach. A row is found where each word stands in one of its texts
 * or names what it is about; where none is found so, where each resembles a word there.
 */
import type { Reach } from '../../kit/actor.js'
import { inTransaction, sql, type Database } from '../../kit/db/index.js'
import type { Category, Sought, SoughtWord } from '../finding/sought.js'
import { importSeen } from './reach.js'

type Condition = ReturnType<typeof sql<boolean>>
type Query = ReturnType<typeof sql>
/** Whether words are met as written, or by resembling. */
export type How = 'written' | 'likest'

/** Words in a column of texts in small letters, without dots and rings. What resembles shares half of its letters by three. */
export function saying(text: Query, { word, forms, parts }: SoughtWord, how: How): Condition {
  if (how === 'likest' && !isNumber({ word })) return sql`${word} <% ${text}`
  const together = parts.length
    ? [
        sql`(${sql.join(
          parts.map((part) => sql`${text} like ${within(part)}`),
          sql` and `,
        )})`,
      ]
    : []
  return sql`(${sql.join([...forms.map((form) => sql`${text} like ${within(form)}`), ...together], sql` or `)})`
}

const within = (part: string): string => `%${part.replace(/[%_\\]/g, '\\$&')}%`

/** Runs what looks for resembling words: half of the letters by three are enough, where the database asks for more by itself. */
export const resembling = <T>(db: Database, how: How, work: (db: Database) => Promise<T>): Promise<T> =>
  how === 'written'
    ? work(db)
    : inTransaction(db, async (tx) => {
        await sql`set local pg_trgm.word_similarity_threshold = 0.5`.execute(tx)
        return work(tx)
      })

/** The best first: the very text, its beginning, a word's beginning, any place in it, the likest; of all words together. */
const scored = (text: Query, { plain, words }: Sought, how: How): Query =>
  sql`(case when ${text} = ${plain} then 8 when ${text} like ${within(plain).slice(1)} then 4 else 0 end + ${sql.join(
    words.map(
      ({ word }) => sql`case when ${text} like ${within(word).slice(1)} or ${text} like ${`% ${within(word).slice(1)}`}
        then 3 when ${text} like ${within(word)} then 2
        else ${how === 'likest' ? sql`word_similarity(${word}, ${text})` : sql`0`} end`,
    ),
    sql` + `,
  )})`

const inCategories = (categories: readonly Category[]): Condition =>
  categories.length === 0
    ? sql`false`
    : sql`(${sql.join(
        categories.map(({ digits }) => sql`f.category like ${`${digits}%`}`),
        sql` or `,
      )})`

/** The rows that each word finds, or that all of them find together. `by` answers a query of what one word finds. */
const foundBy = (sought: Sought, by: (word: SoughtWord) => Query, together: Query): Query =>
  sql`(${sql.join(
    sought.words.map((word) => sql`(${by(word)})`),
    sql` intersect `,
  )}) union ${together}`

export interface Hit {
  /** Where it stands among this site's addresses, without language. */
  readonly address: string
  readonly title: string
  readonly number: string | null
  readonly buyerNumber: string | null
  readonly buyerName: string | null
  /** Of a supplier that holds it and whose name answers the words. */
  readonly supplier: string | null
  readonly category: string | null
  /** How many there are in all. */
  readonly found: number
}
export interface Part {
  readonly skip: number
  readonly most: number
}

/** A supplier called `n` by its name, or by its number where the word is one. */
const named = (word: SoughtWord, how: How): Condition =>
  isNumber(word)
    ? sql`(${saying(sql`n.sought`, word, how)} or n.organisation_number = ${word.word.replaceAll('-', '')})`
    : saying(sql`n.sought`, word, how)

/** What is known by a number that holds the word; none where the word has no figures. */
const numbered = (select: Query, word: SoughtWord): Query =>
  isNumber(word) ? sql`${select} like ${within(word.word)}` : sql`select null::bigint where false`

const isNumber = ({ word }: Pick<SoughtWord, 'word'>): boolean => /\d/.test(word)

/** A supplier's name as it may be shown answers a word, and an import within reach tells that it holds the row. */
const heldBy = (reach: Reach, told: Query, of: Query, word: SoughtWord, how: How): Query => sql`
  select t.${of} from purchasing.supplier_shown n join ${told} t on t.supplier = n.supplier
  join purchasing.import i on i.id = t.import
  where n.reach = ${reach} and ${importSeen(reach)} and ${named(word, how)}`

const holder = (reach: Reach, told: Query, of: Query, id: Query, { words }: Sought, how: How): Query => sql`(
  select min(n.name) from ${told} t join purchasing.import i on i.id = t.import and ${importSeen(reach)}
  join purchasing.supplier_shown n on n.supplier = t.supplier and n.reach = ${reach}
  where t.${of} = ${id} and (${sql.join(
    words.map((word) => saying(sql`n.sought`, word, how)),
    sql` or `,
  )}))`

const HELD = sql`purchasing.contract_source`
const CONTRACT = sql`contract`

/** Those that run first, the latest end first. */
export async function contractsSought(db: Database, reach: Reach, sought: Sought, how: How, { skip, most }: Part) {
  const each = (word: SoughtWord) => sql`
    select f.contract from purchasing.contract_shown f where f.reach = ${reach} and ${saying(sql`f.sought`, word, how)}
    union select f.contract from purchasing.contract_shown f
      where f.reach = ${reach} and ${how === 'written' ? inCategories(word.categories) : sql`false`}
    union ${numbered(sql`select h.id from purchasing.contract h where lower(h.number)`, word)}
    union ${heldBy(reach, HELD, CONTRACT, word, how)}`
  const { rows } = await sql<Hit>`
    with hit as (${foundBy(
      sought,
      each,
      sql`select f.contract from purchasing.contract_shown f
      where f.reach = ${reach} and ${inCategories(sought.categories)}`,
    )}),
    best as (select f.*, count(*) over () as found, ${scored(sql`f.sought`, sought, how)} as score
      from hit join purchasing.contract_shown f on f.contract = hit.contract and f.reach = ${reach}
      order by score desc, f.withdrawn_by is not null, f.ends_on desc nulls last, f.title, f.contract
      limit ${most} offset ${skip})
    select '/contracts/' || h.address as address, f.title, h.number, b.organisation_number as "buyerNumber",
      b.name as "buyerName", ${holder(reach, HELD, CONTRACT, sql`h.id`, sought, how)} as supplier, f.category, f.found
    from best f join purchasing.contract h on h.id = f.contract join purchasing.buyer b on b.id = h.buyer
    order by f.score desc, f.withdrawn_by is not null, f.ends_on desc nulls last, f.title, h.id`.execute(db)
  return rows
}

const TOLD = sql`(select supplier, procurement, import from purchasing.award
  union all select supplier, procurement, import from purchasing.contract_source)`
const PROCUREMENT = sql`procurement`

/** The newest first. */
export async function procurementsSought(db: Database, reach: Reach, sought: Sought, how: How, { skip, most }: Part) {
  const each = (word: SoughtWord) => sql`
    select f.procurement from purchasing.procurement_shown f where f.reach = ${reach} and ${saying(sql`f.sought`, word, how)}
    union select f.procurement from purchasing.procurement_shown f
      where f.reach = ${reach} and ${how === 'written' ? inCategories(word.categories) : sql`false`}
    union ${numbered(sql`select p.id from purchasing.procurement p where lower(p.reference)`, word)}
    union ${heldBy(reach, TOLD, PROCUREMENT, word, how)}`
  const { rows } = await sql<Hit>`
    with hit as (${foundBy(
      sought,
      each,
      sql`select f.procurement from purchasing.procurement_shown f
      where f.reach = ${reach} and ${inCategories(sought.categories)}`,
    )}),
    best as (select f.*, count(*) over () as found, ${scored(sql`f.sought`, sought, how)} as score
      from hit join purchasing.procurement_shown f on f.procurement = hit.procurement and f.reach = ${reach}
      order by score desc, f.published_on desc nulls last, f.procurement limit ${most} offset ${skip})
    select '/procurements/' || p.address as address, f.title, p.reference as number,
      b.organisation_number as "buyerNumber", b.name as "buyerName",
      ${holder(reach, TOLD, PROCUREMENT, sql`p.id`, sought, how)} as supplier, f.category, f.found
    from best f join purchasing.procurement p on p.id = f.procurement join purchasing.buyer b on b.id = p.buyer
    order by f.score desc, f.published_on desc nulls last, p.id`.execute(db)
  return rows
}

/** By name; only companies are found by number. */
export async function suppliersSought(db: Database, reach: Reach, sought: Sought, how: How, { skip, most }: Part) {
  const each = (word: SoughtWord) => sql`
    select n.supplier from purchasing.supplier_shown n where n.reach = ${reach} and ${saying(sql`n.sought`, word, how)}
    union select n.supplier from purchasing.supplier_shown n join purchasing.supplier k on k.id = n.supplier
      where n.reach = ${reach} and k.kind = 'company' and n.organisation_number = ${word.word.replaceAll('-', '')}`
  const { rows } = await sql<Hit>`
    with hit as (${foundBy(sought, each, sql`select null::bigint where false`)})
    select '/suppliers/' || k.address as address, n.name as title,
      case when k.kind = 'company' then n.organisation_number end as number, null as "buyerNumber",
      null as "buyerName", null as supplier, null as category, count(*) over () as found
    from hit join purchasing.supplier k on k.id = hit.supplier
    join purchasing.supplier_shown n on n.supplier = k.id and n.reach = ${reach}
    order by ${scored(sql`n.sought`, sought, how)} desc, n.name, k.id limit ${most} offset ${skip}`.execute(db)
  return rows
}
