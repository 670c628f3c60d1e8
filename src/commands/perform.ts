/** Work on a data folder: done here when the folder is free, or by the server that has it, by the same code. */
import { askServer, openInstallation, ServerStopped, type Bytes, type Installation } from '../installation/index.js'
import type { Progress } from '../kit/progress.js'
import { refused, type Refusal } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'
import type { Config } from '../config.js'
import { recordIn, signLast } from './recording.js'
import { tasks, type Serving, type TaskName, type Tasks } from './tasks.js'
import { Stop, stopOn } from './stop.js'

/** Answers what the task answers; a refusal is a value. `body` is the file that the task reads. */
export type Performing = <N extends TaskName>(
  task: N,
  input: Tasks[N]['input'],
  body?: Bytes,
  progress?: Progress,
) => Promise<Tasks[N]['answer'] | Refusal>

export async function withFolder(
  config: Config,
  version: string,
  work: (performing: Performing) => Promise<void>,
): Promise<void> {
  const opened = await openInstallation({ folder: config.data, databaseUrl: config.databaseUrl, version })
  if (!refused(opened)) return hereWith(opened, work)
  if (!('inUse' in opened)) return stopOn(opened)
  const running = await askServer(config.data, { task: 'version', version, input: {} }, undefined, () => undefined)
  if (!running) return stopOn(opened)
  if (running.answer !== version)
    throw new Stop(say('commands.otherVersion', { running: String(running.answer), ours: version }))
  return work(byServer(config.data, version))
}

async function hereWith(installation: Installation, work: (performing: Performing) => Promise<void>): Promise<void> {
  try {
    const record = await recordIn(installation)
    await work((task, input, body, progress) =>
      perform({ installation, address: undefined }, task, input, body, progress),
    )
    await signLast(record)
  } finally {
    await installation.close()
  }
}

export const perform = <N extends TaskName>(
  at: Serving,
  task: N,
  input: Tasks[N]['input'],
  body: Bytes = nothing(),
  progress: Progress = () => undefined,
): Promise<Tasks[N]['answer'] | Refusal> => tasks[task](at, input, body, progress)

const byServer =
  (folder: string, version: string): Performing =>
  async (task, input, body, progress = () => undefined) => {
    const heard = await askServer(folder, { task, version, input }, body, progress).catch(stopIfGone)
    if (!heard) throw new Stop(say('commands.serverGone'))
    return heard.answer as Tasks[typeof task]['answer'] | Refusal
  }

const stopIfGone = (error: unknown): undefined => {
  if (error instanceof ServerStopped) return undefined
  throw error
}

async function* nothing(): Bytes {
  // A task that reads no file is sent none.
}
