/** `fairlane verify URL`: any record, checked from outside. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { refused } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'
import { verifyRecord, type ReadPath } from '../record/index.js'
import type { Command } from './command.js'
import { Stop, stopOn } from './stop.js'

export const verifyCommand: Command = {
  name: 'verify',
  options: { key: { type: 'string' }, keep: { type: 'string' } },
  help: say('commands.help.verify'),
  run: async ({ words: given, options }, { output, words }) => {
    const [address, ...more] = given
    if (address === undefined || more.length) throw new Stop(say('commands.verify.oneAddress'), 2)
    const keep = options['keep'] === undefined ? undefined : String(options['keep'])
    const vkey = options['key'] === undefined ? undefined : String(options['key'])
    const earlier = keep !== undefined && existsSync(keep) ? readFileSync(keep, 'utf8') : undefined
    const progress = (done: number, total: number) => output.progress({ unit: 'rows', done, total })
    const found = await verifyRecord(servedAt(address), { vkey, earlier, progress })
    if (refused(found)) return stopOn(found)
    const { origin: name, size, root, note } = found
    if (keep !== undefined) writeFileSync(keep, note)
    output.json({ name, size, root: Buffer.from(root).toString('hex'), key: found.vkey, keyGiven: vkey !== undefined })
    output.line(words('commands.verify.done', { name, size, root: Buffer.from(root).toString('hex') }))
    if (earlier !== undefined) output.line(words('commands.verify.continued'))
    if (vkey === undefined) output.line(words('commands.verify.ownKey', { key: found.vkey }))
  },
}

/** The largest bundle: 256 entries of 65,535 bytes, each after two. */
const MOST_BYTES = 256 * 65_537
const PATIENCE_MS = 30_000

/** Under an address such as https://fairlane.example.se, or its /record. */
function servedAt(address: string): ReadPath {
  const base = address.replace(/\/+$/, '').replace(/\/record$/, '')
  if (!/^https?:\/\/[^/]+/.test(base)) throw new Stop(say('record.verify.none'), 2)
  return async (path) => {
    try {
      const answer = await fetch(`${base}/record/${path}`, { signal: AbortSignal.timeout(PATIENCE_MS) })
      return answer.ok && answer.body ? await bytesOf(answer.body) : undefined
    } catch (error) {
      const { cause, message } = error as Error
      throw new Stop(
        say('commands.verify.away', { address: base, reason: cause instanceof Error ? cause.message : message }),
      )
    }
  }
}

/** A stranger's server may send without end. */
async function bytesOf(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body) {
    length += part.length
    if (length > MOST_BYTES) throw new Error('too large')
    parts.push(part)
  }
  return Buffer.concat(parts)
}
