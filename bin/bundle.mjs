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
  // Packages are bundled too: a command starts in half the time when Node need not look for a thousand files. The
  // embedded database brings files of its own, and pg asks for a native driver that nobody has.
  external: ['@electric-sql/*', 'pg-native'],
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
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
