// Builds dist/: the server and command line, the database worker, the page's style and script. Needs node_modules.
import { build } from 'esbuild'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateWords } from './words.mjs'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')

export async function buildAll() {
  generateWords()
  rmSync(join(dist, 'public'), { recursive: true, force: true })
  mkdirSync(join(dist, 'public'), { recursive: true })
  const common = { bundle: true, logLevel: 'warning', absWorkingDir: root, target: 'node20' }
  await build({
    ...common,
    entryPoints: { fairlane: 'src/main.ts', 'embedded-worker': 'src/kit/db/embedded-worker.ts' },
    outdir: dist,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    loader: { '.tsv': 'text', '.yaml': 'text' },
  })
  await build({
    ...common,
    target: 'es2022',
    entryPoints: { style: 'src/web/style.css', client: 'src/web/client/main.ts' },
    outdir: join(dist, 'public'),
    format: 'esm',
    minify: true,
    loader: { '.woff2': 'file' },
    assetNames: '[name]-[hash]',
    publicPath: '/assets',
  })
  writeFileSync(join(dist, 'assets.json'), JSON.stringify(manifest(), null, 2))
  await buildTemplate()
}

/** A new embedded database, dumped: unpacking it takes a fifth of the time of making one. Remade when the package changes. */
async function buildTemplate() {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@electric-sql/pglite/package.json'), 'utf8'))
  const stamp = join(dist, 'template.version')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === version) return
  const { PGlite } = await import('@electric-sql/pglite')
  const database = await PGlite.create()
  const dumped = await (await database.dumpDataDir('none')).arrayBuffer()
  await database.close()
  writeFileSync(join(dist, 'template.tar'), Buffer.from(dumped))
  writeFileSync(stamp, version)
}

const manifest = () =>
  Object.fromEntries(
    readdirSync(join(dist, 'public')).map((name) => {
      const hash = createHash('sha256')
        .update(readFileSync(join(dist, 'public', name)))
        .digest('hex')
        .slice(0, 12)
      return [name, `/assets/${name}?v=${hash}`]
    }),
  )

if (process.argv[1] === import.meta.filename) await buildAll()
