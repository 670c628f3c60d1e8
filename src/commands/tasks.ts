/** What commands do to an installation, whether its server does it or the command itself. Inputs and answers are plain JSON. */
import { isCode, type Code } from '../categories/index.js'
import { codesFrom, fit, suggest, type Fit, type IdeaFile } from '../fit/index.js'
import { backUp, copyBackup, type Backup, type Bytes, type Installation } from '../installation/index.js'
import { OPERATOR } from '../kit/actor.js'
import { dayOfInstant, instantOf } from '../kit/day.js'
import type { Progress } from '../kit/progress.js'
import { refuse, refused, type Refusal } from '../kit/refuse.js'
import { say, wordsFor, type Language } from '../kit/words/index.js'
import { climateOf, type Way } from '../impact/index.js'
import { operatorKey } from '../people/index.js'
import {
  BrokenSource,
  importOwn,
  imports,
  isUnmapped,
  keepMapping,
  leaveSample,
  publishImport,
  sayVat,
  sourceOfFiles,
  undoImport,
  type Answered,
  type BuyerNamed,
  type Covering,
  type Guess,
  type Mapping,
  type Report,
  type Source,
  type Undone,
} from '../purchasing/index.js'
import { lawStanding, type LawAsked, type LawStanding } from './law-standing.js'
import { witnessing, type WitnessAsked, type Witnessing } from './recording-witnessing.js'
import { impactTold, type ImpactTold } from './impact-told.js'
import { filesIn } from './sent-files.js'

/** An installation and where it is served, if it is. */
export interface Serving {
  readonly installation: Installation
  readonly address: string | undefined
}
export interface Published {
  readonly procurements: number
  readonly purchases: number
  readonly kept: number
}

/** The files are sent after it (`sent-files.ts`). */
export interface Importing {
  /** The folder they are in; undefined for a file by itself. */
  readonly folder?: string | undefined
  readonly publish: boolean
  readonly covering?: Covering | undefined
  readonly mapping?: Mapping | undefined
  readonly buyer?: BuyerNamed | undefined
  /** Whether amounts include VAT, for files that do not say. */
  readonly vat?: 'included' | 'excluded' | undefined
  readonly leaveSample: boolean
}
export interface Unread extends Refusal {
  /** What was guessed of a table that no format knows. */
  readonly guess?: Guess
}
export interface Imported {
  readonly file: string
  readonly answer: (Report & { published?: Published | Refusal; vatSaid?: { vat: string } | Refusal }) | Unread
}

export interface ImpactAsked {
  readonly by: Way
  readonly year: number | undefined
  readonly buyer: string | undefined
  readonly language: Language
}

export interface Tasks {
  import: { input: Importing; answer: { readonly imports: readonly Imported[] } }
  imports: { input: object; answer: Awaited<ReturnType<typeof imports>> }
  publish: { input: { id: string }; answer: Published }
  undo: { input: { id: string }; answer: Undone }
  fit: { input: { idea: IdeaFile; language: Language }; answer: Fit }
  impact: { input: ImpactAsked; answer: ImpactTold }
  link: { input: object; answer: { address: string } }
  witness: { input: WitnessAsked; answer: Witnessing }
  law: { input: LawAsked; answer: LawStanding }
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
  import: ({ installation: { db } }, input, body, progress) => importSent(db, input, body, progress),
  imports: ({ installation: { db } }) => imports(db),
  publish: ({ installation: { db } }, { id }) => publishImport(db, id, OPERATOR, new Date()),
  undo: ({ installation: { db } }, { id }) => undoImport(db, id, OPERATOR, new Date()),
  fit: ({ installation: { db } }, { idea, language }) => fitOf(db, idea, language),
  impact: async ({ installation: { db } }, { language, ...asked }) => {
    const climate = await climateOf(db, 'internal', asked)
    return climate ? impactTold(climate, wordsFor(language)) : refuse(say('commands.impact.nothing'), 404)
  },
  link: async ({ installation: { folder }, address }) => {
    if (!address) return refuse(say('commands.link.noServer'), 409)
    return { address: linkTo(address, folder, new Date()) }
  },
  witness: ({ installation }, input) => witnessing(installation, input),
  law: ({ installation: { db } }, input) => lawStanding(db, input),
  backup: async ({ installation }, { to }) => {
    const made = await backUp(installation.db, installation, 'asked')
    if (refused(made) || to === undefined) return made
    return { ...made, copy: await copyBackup(installation.folder, made.name, to) }
  },
}

type Database = Installation['db']

async function importSent(
  db: Database,
  input: Importing,
  body: Bytes,
  progress: Progress,
): Promise<Tasks['import']['answer'] | Refusal> {
  if (input.leaveSample) {
    const left = await leaveSample(db, OPERATOR, new Date())
    if (refused(left) && left.because.key !== 'purchasing.sample.gone') return left
  }
  const { mapping, buyer, covering } = input
  const options = { now: new Date(), progress, mapping, buyer, covering }
  const imports: Imported[] = []
  try {
    for await (const source of sourcesIn(input, filesIn(body)))
      for await (const one of importOwn(db, source, OPERATOR, options)) imports.push(await settled(db, one, input))
  } catch (error) {
    // A file of a folder stopped coming: whether the ones after it would have come nobody knows.
    if (!(error instanceof BrokenSource)) throw error
    const because = say('purchasing.import.unreadable', { file: input.folder ?? '', kind: 'file' })
    imports.push({ file: input.folder ?? '', answer: refuse(because) })
  }
  return { imports }
}

async function* sourcesIn({ folder }: Importing, files: AsyncIterable<Source>): AsyncGenerator<Source, void> {
  if (folder === undefined) yield* files
  else yield sourceOfFiles(folder, files)
}

/** A mapping that a file was read through is kept for the next one. */
async function settled(db: Database, { file, answer }: Answered, input: Importing): Promise<Imported> {
  if (refused(answer)) {
    const { refused: no, because, status } = answer
    return { file, answer: { refused: no, because, status, ...(isUnmapped(answer) ? { guess: answer.guess } : {}) } }
  }
  if (input.mapping && answer.format.startsWith('mapped-'))
    await keepMapping(db, input.mapping, file, OPERATOR, new Date())
  const told = input.vat && answer.sums.length > 0 ? await withVat(db, answer, input.vat) : answer
  if (!input.publish) return { file, answer: told }
  return { file, answer: { ...told, published: await publishImport(db, answer.id, OPERATOR, new Date()) } }
}

async function withVat(db: Database, report: Report, vat: 'included' | 'excluded') {
  const vatSaid = await sayVat(db, report.id, vat, OPERATOR, new Date())
  return refused(vatSaid) ? { ...report, vatSaid } : { ...report, vatSaid, vat }
}

export const linkTo = (address: string, folder: string, now: Date): string =>
  `${address}/operator?ticket=${operatorKey(folder).ticket(now)}`

/** On internal data too: whoever has the folder may see what lies in it. */
async function fitOf(db: Database, idea: IdeaFile, language: Language): Promise<Fit | Refusal> {
  const given = idea.categories.length ? codesFrom(idea.categories) : undefined
  if (given?.errors[0]) return refuse(given.errors[0].message)
  const codes = given?.codes ?? (await likely(db, idea))
  return fit(db, 'internal', idea, codes, dayOfInstant(instantOf(new Date())), language)
}

/** On the command line nobody is asked to confirm: suggestions that are no more than possible are left out. */
const likely = async (db: Database, idea: IdeaFile): Promise<Code[]> =>
  (await suggest(db, 'internal', idea))
    .filter((one) => one.confidence !== 'possible')
    .map((one) => one.code)
    .filter(isCode)
