/** SQL of what an import could not read. For the operator only: a problem shows the row as it was written. */
import { sql, type Database } from '../../kit/db/index.js'
import type { Message } from '../../kit/words/index.js'
import type { Severity } from '../import/statement.js'

export interface ProblemCounts {
  readonly refused: number
  readonly silent: number
  readonly notes: number
}

/** How many of each severity; noughts where there are none. */
export async function problemCounts(db: Database, id: string): Promise<ProblemCounts> {
  const { rows } = await sql<ProblemCounts>`
    select count(*) filter (where severity = 'refused') as refused,
      count(*) filter (where severity = 'silent') as silent, count(*) filter (where severity = 'note') as notes
    from purchasing.problem where import = ${id}`.execute(db)
  return rows[0]!
}

export interface ProblemGroup {
  readonly severity: Severity
  readonly place: string | null
  /** The sentence about the first row, and that row as it was written. */
  readonly message: string
  readonly original: string
  readonly count: number
  /** How many different sentences there are: another value is another sentence. */
  readonly sentences: number
  /** The first lines, at most `LINES_OF_A_GROUP`. */
  readonly lines: readonly number[]
}

const LINES_OF_A_GROUP = 3

/** Problems of one kind in one column together, by where they first stand, at most `most`. */
export async function problemGroups(db: Database, id: string, most: number): Promise<ProblemGroup[]> {
  const { rows } = await sql<Omit<ProblemGroup, 'lines'> & { lines: string }>`
    select p.severity, p.place, p.message, p.original, g.count, g.sentences, g.lines
    from (select min(ordinal) as first, count(*) as count, count(distinct message) as sentences,
        array_to_string((array_agg(line order by ordinal))[1:${sql.lit(LINES_OF_A_GROUP)}], ' ') as lines
      from purchasing.problem where import = ${id}
      group by severity, place, message::jsonb ->> 'key' order by first limit ${most}) g
    join purchasing.problem p on p.import = ${id} and p.ordinal = g.first
    order by p.ordinal`.execute(db)
  return rows.map((row) => ({ ...row, lines: row.lines.split(' ').map(Number) }))
}

export type ProblemRow = Awaited<ReturnType<typeof problemsAfter>>[number]

/** All of them after this ordinal, in the file's order, at most `most`. Ordinals begin at 0. */
export const problemsAfter = (db: Database, id: string, ordinal: number, most: number) =>
  db
    .selectFrom('purchasing.problem')
    .selectAll()
    .where('import', '=', id)
    .where('ordinal', '>', ordinal)
    .orderBy('ordinal')
    .limit(most)
    .execute()

/** What is worth knowing of the file as a whole; `problemGroups` holds it too, on line 0. */
export const notesOf = async (db: Database, id: string): Promise<Message[]> =>
  (
    await db
      .selectFrom('purchasing.problem')
      .select('message')
      .where('import', '=', id)
      .where('line', '=', 0)
      .orderBy('ordinal')
      .limit(20)
      .execute()
  ).map(({ message }) => JSON.parse(message) as Message)
