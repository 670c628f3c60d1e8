/** Reading sent files in: what became of each, and the answer to whoever sent them, at once or when it is done. */
import { instantOf } from '../../kit/day.js'
import type { Progress } from '../../kit/progress.js'
import { refused } from '../../kit/refuse.js'
import type { Message } from '../../kit/words/index.js'
import type { Request } from '../../web/http.js'
import { importOwn } from '../acts/sample.js'
import { keepWaiting } from '../acts/waiting.js'
import type { ImportOptions } from '../import/pipeline.js'
import type { Source } from '../import/source.js'
import { isUnmapped } from '../import/readers.js'
import { begin, doneWithin, underWayAt, type UnderWay } from '../under-way.js'

export interface NotRead {
  readonly file: string
  readonly because: Message
}
export interface WaitingFile {
  readonly id: string
  /** The month that an earlier file tells of too, where that is what is asked. */
  readonly month: string | undefined
}
export interface Outcome {
  readonly read: readonly string[]
  readonly waiting: readonly WaitingFile[]
  readonly errors: readonly NotRead[]
}

/** Only what is asked of a file that waits already: it is not kept a second time. */
export interface Reading extends Pick<ImportOptions, 'mapping' | 'buyer' | 'covering'> {
  readonly isWaiting?: boolean
}

/** Each file is an import of its own; those that could be read stay read when another is refused. */
export async function readIn(
  { db, actor, now }: Request['var'],
  sources: readonly Source[],
  { isWaiting = false, ...options }: Reading,
  progress: Progress,
): Promise<Outcome> {
  const read: string[] = []
  const waiting: WaitingFile[] = []
  const errors: NotRead[] = []
  for (const source of sources)
    for await (const one of importOwn(db, source, actor, { now, progress, ...options })) {
      const { file, answer } = one
      if (!refused(answer)) read.push(answer.id)
      else if (isWaiting || !isAsked(answer)) errors.push({ file, because: answer.because })
      else waiting.push({ id: await keepWaiting(db, one.source, actor, now), month: monthIn(answer.because) })
    }
  return { read, waiting, errors }
}

const OVERLAP = 'purchasing.import.overlap'
/** What a person can answer, and the file is read in then. */
const isAsked = (answer: { because: Message }): boolean => isUnmapped(answer) || answer.because.key === OVERLAP
export const monthIn = ({ key, args }: Message): string | undefined =>
  key === OVERLAP ? String(args['month']) : undefined

/** Longer than this nobody is kept waiting for a page. */
const PATIENCE_MILLISECONDS = 2000

/** Goes on when the one who sent the files has left. Answered when it is done at once; undefined where it takes longer. */
export async function beginReading<T>(
  c: Request,
  files: readonly string[],
  work: (progress: Progress) => Promise<T>,
): Promise<{ readonly id: string; readonly outcome: T | undefined }> {
  const one = begin(files, instantOf(c.var.now), work)
  const isDone = await doneWithin(one, PATIENCE_MILLISECONDS)
  return { id: one.id, outcome: isDone ? await one.done : undefined }
}

export const readingAt = (id: string) => underWayAt(id) as UnderWay<Outcome> | undefined
