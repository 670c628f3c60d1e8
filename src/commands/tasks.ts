/** What commands do to an installation, whether its server does it or the command itself. Inputs and answers are plain JSON. */
import { isCode, type Code } from '../categories/index.js'
import { codesFrom, fit, suggest, type Fit, type IdeaFile } from '../fit/index.js'
import { backUp, copyBackup, type Backup, type Bytes, type Installation } from '../installation/index.js'
import { OPERATOR } from '../kit/actor.js'
import { dayOfInstant, instantOf } from '../kit/day.js'
import type { Progress } from '../kit/progress.js'
import { refuse, refused, type Refusal } from '../kit/refuse.js'
import { say, type Language } from '../kit/words/index.js'
import { operatorKey } from '../people/index.js'
import {
  importFile,
  imports,
  publishImport,
  undoImport,
  type Covering,
  type Report,
  type Undone,
} from '../purchasing/index.js'

/** An installation and where it is served, if it is. */
export interface Serving {
  readonly installation: Installation
  readonly address: string | undefined
}
interface Published {
  readonly procurements: number
  readonly purchases: number
  readonly kept: number
}

export interface Tasks {
  import: {
    input: { file: string; size: number | undefined; publish: boolean; covering?: Covering | undefined }
    answer: Report & { published?: Published | Refusal }
  }
  imports: { input: object; answer: Awaited<ReturnType<typeof imports>> }
  publish: { input: { id: string }; answer: Published }
  undo: { input: { id: string }; answer: Undone }
  fit: { input: { idea: IdeaFile; language: Language }; answer: Fit }
  link: { input: object; answer: { address: string } }
  backup: { input: { to: string | undefined }; answer: Backup & { copy?: string } }
}
export type TaskName = keyof Tasks
type Task<N extends TaskName> = (
  at: Serving,
  input: Tasks[N]['input'],
  body: Bytes,
  progress: Progress,
) => Promise<Tasks[N]['answer'] | Refusal>

export const tasks: { readonly [N in TaskName]: Task<N> } = {
  import: async ({ installation: { db } }, { file, size, publish, covering }, body, progress) => {
    const report = await importFile(
      db,
      { name: file, ...(size === undefined ? {} : { size }), read: () => body },
      OPERATOR,
      { now: new Date(), progress, ...(covering ? { covering } : {}) },
    )
    if (refused(report) || !publish) return report
    const published = await publishImport(db, report.id, OPERATOR, new Date())
    return { ...report, published }
  },
  imports: ({ installation: { db } }) => imports(db),
  publish: ({ installation: { db } }, { id }) => publishImport(db, id, OPERATOR, new Date()),
  undo: ({ installation: { db } }, { id }) => undoImport(db, id, OPERATOR, new Date()),
  fit: ({ installation: { db } }, { idea, language }) => fitOf(db, idea, language),
  link: async ({ installation: { folder }, address }) => {
    if (!address) return refuse(say('commands.link.noServer'), 409)
    return { address: linkTo(address, folder, new Date()) }
  },
  backup: async ({ installation }, { to }) => {
    const made = await backUp(installation.db, installation, 'asked')
    if (refused(made) || to === undefined) return made
    return { ...made, copy: await copyBackup(installation.folder, made.name, to) }
  },
}

export const linkTo = (address: string, folder: string, now: Date): string =>
  `${address}/operator?ticket=${operatorKey(folder).ticket(now)}`

/** On internal data too: whoever has the folder may see what lies in it. */
async function fitOf(db: Installation['db'], idea: IdeaFile, language: Language): Promise<Fit | Refusal> {
  const given = idea.categories.length ? codesFrom(idea.categories) : undefined
  if (given?.errors[0]) return refuse(given.errors[0].message)
  const codes = given?.codes ?? (await likely(db, idea))
  return fit(db, 'internal', idea, codes, dayOfInstant(instantOf(new Date())), language)
}

/** On the command line nobody is asked to confirm: suggestions that are no more than possible are left out. */
const likely = async (db: Installation['db'], idea: IdeaFile): Promise<Code[]> =>
  (await suggest(db, 'internal', idea))
    .filter((one) => one.confidence !== 'possible')
    .map((one) => one.code)
    .filter(isCode)
