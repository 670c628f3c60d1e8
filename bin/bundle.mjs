// How a program of ours becomes one file that Node runs: the server, and what is made or measured by a program of its own.
import { build } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

export const FOR_NODE = {
  bundle: true,
  logLevel: 'warning',
  absWorkingDir: root,
  target: 'node20',
  platform: 'node',
  format: 'esm',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  loader: { '.tsv': 'text', '.yaml': 'text' },
}

/** Bundles a source into dist/, runs it there, and takes the bundle away. Answers its exit code. */
export async function runBundled(source, ...args) {
  const outfile = join(root, 'dist', `${source.replace(/\W+/g, '-')}.js`)
  await build({ ...FOR_NODE, entryPoints: [source], outfile })
  const { status } = spawnSync(process.execPath, [outfile, ...args], { stdio: 'inherit' })
  rmSync(outfile)
  return status ?? 1
}
