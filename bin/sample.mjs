// Makes dist/sample.tar, the sample city as a database to unpack, unless it is there for the program as it is built now.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runBundled } from './bundle.mjs'

const root = join(import.meta.dirname, '..')
const dist = (name) => join(root, 'dist', name)

export async function makeSample() {
  const program = createHash('sha256')
    .update(readFileSync(dist('fairlane.js')))
    .digest('hex')
  const made = existsSync(dist('sample.version')) && readFileSync(dist('sample.version'), 'utf8')
  if (made === program && existsSync(dist('sample.tar'))) return
  if ((await runBundled('samples/make-template.ts')) !== 0) throw new Error('The sample city could not be made')
}

if (process.argv[1] === import.meta.filename) await makeSample()
