/** Leaving the sample city for one's own data: one act, and no day on which both are there. */
import type { Actor } from '../../kit/actor.js'
import type { Database } from '../../kit/db/index.js'
import { refuse, refused, type Refusal } from '../../kit/refuse.js'
import { say } from '../../kit/words/index.js'
import { undoImport } from '../acts.js'
import { importEach, type Answered, type ImportOptions } from '../import/pipeline.js'
import type { Source } from '../import/source.js'
import { sampleImports } from '../store/imports.js'

/** As last read; pages say it without asking the database. */
const known = new WeakMap<Database, boolean>()
export const showsSample = (db: Database): boolean => known.get(db) ?? false

export async function sampleStands(db: Database): Promise<boolean> {
  const stands = (await sampleImports(db)).length > 0
  known.set(db, stands)
  return stands
}

/** Takes back what the installation itself has read in, the latest first; answers how many files. Refused where there is none. */
export async function leaveSample(db: Database, actor: Actor, now: Date): Promise<{ files: number } | Refusal> {
  const imports = await sampleImports(db)
  if (imports.length === 0) return refuse(say('purchasing.sample.gone'), 409)
  for (const { id } of imports) {
    const undone = await undoImport(db, id, actor, now)
    if (refused(undone) && undone.status !== 409) return undone
  }
  await sampleStands(db)
  return { files: imports.length }
}

/** A person's own file is never read in beside the sample. */
export async function* importOwn(
  db: Database,
  source: Source,
  actor: Actor,
  options: ImportOptions,
): AsyncGenerator<Answered, void> {
  if (await sampleStands(db)) yield { file: source.name, source, answer: refuse(say('purchasing.sample.stands'), 409) }
  else yield* importEach(db, source, actor, options)
}
