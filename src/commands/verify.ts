/** `fairlane verify URL`: any record, checked from outside. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { instantInWords } from '../kit/day.js'
import { refused } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'
import { verifyRecord, type ReadPath } from '../record/index.js'
import type { Command } from './command.js'
import { bytesOf } from './recording-ask.js'
import { Stop, stopOn } from './stop.js'

export const verifyCommand: Command = {
  name: 'verify',
  options: { key: { type: 'string' }, keep: { type: 'string' }, witness: { type: 'string' } },
  help: say('commands.help.verify'),
  run: async ({ words: given, options }, { output, words }) => {
    const [address, ...more] = given
    if (address === undefined || more.length) throw new Stop(say('commands.verify.oneAddress'), 2)
    const keep = options['keep'] === undefined ? undefined : String(options['keep'])
    const vkey = options['key'] === undefined ? undefined : String(options['key'])
    const earlier = keep !== undefined && existsSync(keep) ? readFileSync(keep, 'utf8') : undefined
    const progress = (done: number, total: number) => output.progress({ unit: 'rows', done, total })
    const witnesses = options['witness'] === undefined ? [] : String(options['witness']).trim().split(/\s+/)
    const found = await verifyRecord(servedAt(address), { vkey, earlier, witnesses, progress })
    if (refused(found)) return stopOn(found)
    const { origin: name, size, root, note, cosigned } = found
    if (keep !== undefined) writeFileSync(keep, note)
    output.json({
      name,
      size,
      root: Buffer.from(root).toString('hex'),
      key: found.vkey,
      keyGiven: vkey !== undefined,
      cosigned,
    })
    output.line(words('commands.verify.done', { name, size, root: Buffer.from(root).toString('hex') }))
    if (earlier !== undefined) output.line(words('commands.verify.continued'))
    for (const { name: witness, at } of cosigned)
      output.line(words('commands.verify.cosigned', { witness, at: instantInWords(at, words.language) }))
    if (found.others.length) output.line(words('commands.verify.others', { names: found.others.join(', ') }))
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
      return answer.ok && answer.body ? await bytesOf(answer.body, MOST_BYTES) : undefined
    } catch (error) {
      const { cause, message } = error as Error
      throw new Stop(
        say('commands.verify.away', { address: base, reason: cause instanceof Error ? cause.message : message }),
      )
    }
  }
}
