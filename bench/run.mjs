// Runs one benchmark: node bench/run.mjs import
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '..')
const name = process.argv[2]
if (!name) throw new Error('Name a benchmark: node bench/run.mjs import')
const outfile = join(root, `dist/bench-${name}.js`)
await build({
  entryPoints: [join(root, `bench/${name}.ts`)],
  outfile,
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
const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(3)], { stdio: 'inherit' })
rmSync(outfile)
process.exitCode = status ?? 1
