/** SQL of what an import could not read. For the operator only: a problem shows the row as it was written. */
import { sql, type Database } from '../../kit/db/index.js'

export interface ProblemCounts {
  readonly refused: number
  readonly notes: number
}

/** How many of each severity; noughts where there are none. */
export async function problemCounts(db: Database, id: string): Promise<ProblemCounts> {
  const { rows } = await sql<ProblemCounts>`
    select count(*) filter (where severity = 'refused') as refused, count(*) filter (where severity = 'note') as notes
    from purchasing.problem where import = ${id}`.execute(db)
  return rows[0]!
}

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
