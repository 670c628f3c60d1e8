/**
 * The sample city as an embedded database that was made beforehand: unpacking it takes a second, reading the files in
 * takes ten. Made by bin/sample.mjs, for tests above all; where it is absent or older than the program, nothing is lost.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../src/kit/root.js'

const at = (name: string): string => join(ROOT, 'dist', name)

/** Of the program that is built now. */
export const programDigest = (): string =>
  createHash('sha256')
    .update(readFileSync(at('fairlane.js')))
    .digest('hex')

/** As openEmbedded takes it; undefined where there is none for this very program. */
export function sampleTemplate(): string | undefined {
  if (!existsSync(at('sample.tar')) || !existsSync(at('sample.version'))) return undefined
  return readFileSync(at('sample.version'), 'utf8') === programDigest() ? at('sample') : undefined
}
