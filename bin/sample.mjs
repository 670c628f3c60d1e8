// Makes dist/sample.tar, the sample city as a database to unpack, unless it is there for the program as it is built now.
import { build } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const dist = (name) => join(root, 'dist', name)

export async function makeSample() {
  const program = createHash('sha256')
    .update(readFileSync(dist('fairlane.js')))
    .digest('hex')
  const made = existsSync(dist('sample.version')) && readFileSync(dist('sample.version'), 'utf8')
  if (made === program && existsSync(dist('sample.tar'))) return
  const maker = dist('make-sample.js')
  await build({
    entryPoints: [join(root, 'samples/make-template.ts')],
    outfile: maker,
    bundle: true,
    logLevel: 'warning',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    loader: { '.tsv': 'text', '.yaml': 'text' },
  })
  const { status } = spawnSync(process.execPath, [maker], { stdio: 'inherit' })
  rmSync(maker)
  if (status !== 0) throw new Error('The sample city could not be made')
}

if (process.argv[1] === import.meta.filename) await makeSample()
