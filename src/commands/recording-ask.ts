/** Asking the witnesses of a record while a server runs: beside its acts and signatures, never before them. */
import type { Logger } from 'pino'
import { instantOf } from '../kit/day.js'
import type { OpenRecord, Send } from '../record/index.js'

const PATIENCE_MS = 10_000
/** Some lines of cosignatures, or a number. */
const MOST_BYTES = 64 * 1024

/** Undefined where nobody answers in time. */
export const sendTo: Send = async (address, body) => {
  try {
    const answer = await fetch(address, { method: 'POST', body, signal: AbortSignal.timeout(PATIENCE_MS) })
    const text = answer.body ? Buffer.from(await bytesOf(answer.body, MOST_BYTES)).toString('utf8') : ''
    return { status: answer.status, type: answer.headers.get('content-type') ?? '', text }
  } catch {
    return undefined
  }
}

/** A stranger's server may send without end. */
export async function bytesOf(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body) {
    length += part.length
    if (length > most) throw new Error('too large')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Asks all at the start, so that a record that was put back is found out, and then whoever has not cosigned the newest. */
export function askingFor(record: OpenRecord, log: Logger): () => void {
  let whom: 'all' | 'due' = 'all'
  let isAsking = false
  return () => {
    if (isAsking) return
    isAsking = true
    record
      .ask(sendTo, instantOf(new Date()), whom)
      .then(
        (troubles) => {
          whom = 'due'
          for (const { name, problem } of troubles)
            log[problem === 'behind' ? 'error' : 'warn']({ witness: name, problem }, 'a witness did not cosign')
        },
        (error: unknown) => log.error({ error: String(error) }, 'the witnesses could not be asked'),
      )
      .finally(() => (isAsking = false))
  }
}
