// Builds dist/: the server and command line, the database worker, the page's style and script. Needs node_modules.
import { build } from 'esbuild'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FOR_NODE, runBundled } from './bundle.mjs'
import { generateWords } from './words.mjs'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')

export async function buildAll() {
  generateWords()
  rmSync(join(dist, 'public'), { recursive: true, force: true })
  mkdirSync(join(dist, 'public'), { recursive: true })
  await build({
    ...FOR_NODE,
    entryPoints: { fairlane: 'src/main.ts', 'embedded-worker': 'src/kit/db/embedded-worker.ts' },
    outdir: dist,
    sourcemap: true,
  })
  await build({
    bundle: true,
    logLevel: 'warning',
    absWorkingDir: root,
    target: 'es2022',
    entryPoints: { style: 'src/web/style.css', client: 'src/web/client/main.ts', record: 'src/record/client/main.ts' },
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

/**
 * A new embedded database in the present shape, dumped: unpacking it takes a fifth of the time of making one. Remade when
 * the package or a migration changes.
 */
async function buildTemplate() {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@electric-sql/pglite/package.json'), 'utf8'))
  const migrations = readdirSync(join(root, 'migrations'))
    .filter((name) => /^\d{4}_/.test(name))
    .sort()
  const shape = createHash('sha256').update(version)
  for (const name of migrations) shape.update(name).update(readFileSync(join(root, 'migrations', name)))
  const digest = shape.digest('hex')
  const stamp = join(dist, 'template.version')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  if ((await runBundled('src/kit/db/make-template.ts')) !== 0)
    throw new Error('The template of the embedded database could not be made')
  writeFileSync(stamp, digest)
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
