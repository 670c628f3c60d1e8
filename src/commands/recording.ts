/** The record of the folder at hand: begun by the first `serve`, signed while a server runs and after a command's act. */
import type { Logger } from 'pino'
import type { Installation } from '../installation/index.js'
import { instantOf } from '../kit/day.js'
import { refused } from '../kit/refuse.js'
import { wordsFor } from '../kit/words/index.js'
import { hasRecord, inventedName, openRecord, openWitness, type Cosign, type OpenRecord } from '../record/index.js'
import { askingFor } from './recording-ask.js'
import { stopOn } from './stop.js'

/** The sample city's; `.example` is nobody's address. */
const SAMPLE_NAME = 'alvhamn.example/record'

/** Before anything is done to the database: it may have entries to get back. */
export const beginRecord = (at: Installation, name: string | undefined, isSample: boolean): Promise<OpenRecord> =>
  opened(at, name, isSample ? SAMPLE_NAME : inventedName())

/** Undefined in a folder that was never served: its entries are signed when its record gets a name. */
export const recordIn = async (at: Installation): Promise<OpenRecord | undefined> =>
  hasRecord(at.folder) ? opened(at, undefined, inventedName()) : undefined

async function opened({ db, folder }: Installation, name: string | undefined, otherwise: string): Promise<OpenRecord> {
  const record = await openRecord(db, { folder, name, otherwise, now: now() })
  return refused(record) ? stopOn(record) : record
}

const now = () => instantOf(new Date())

/** After a command's own act. */
export async function signLast(record: OpenRecord | undefined): Promise<void> {
  const refusal = await record?.sign(now())
  if (refusal) stopOn(refusal)
}

const SECOND = 1000

/** Signs what was appended within seconds, until another process is seen to sign it too, and once more at the end. */
export async function keepSigned(record: OpenRecord, log: Logger): Promise<() => Promise<void>> {
  let last = Promise.resolve()
  const ask = askingFor(record, log)
  const often = setInterval(() => void sign().then(ask), SECOND)
  const sign = () => (last = last.then(() => signOnce(record, log, often)))
  await sign()
  return async () => {
    clearInterval(often)
    await sign()
  }
}

async function signOnce(record: OpenRecord, log: Logger, often: NodeJS.Timeout): Promise<void> {
  try {
    const refusal = await record.sign(now())
    if (!refusal) return
    clearInterval(often)
    log.error({ key: refusal.because.key }, wordsFor('en').of(refusal.because))
  } catch (error) {
    log.error({ error: String(error) }, 'the record could not be signed')
  }
}

/** Answers other installations that ask this one to cosign. Its key is read when somebody asks. */
export function cosigningAt({ db, folder }: Installation): Cosign {
  return async (body) => {
    const witness = await openWitness(db, folder)
    return refused(witness) ? { status: 404 } : witness.cosign(body, now())
  }
}
