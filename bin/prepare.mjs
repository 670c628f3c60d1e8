// Makes the checkout ready to run: installs by the lock file when needed, builds when a source is newer than the build.
// Plain Node, no packages: it runs before there are any.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const SOURCES = ['src', 'samples', 'bin', 'migrations']

export async function prepare(say = (line) => process.stderr.write(`${line}\n`)) {
  refuseOldNode()
  install(say)
  await build(say)
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  process.stderr.write(
    `Fairlane needs Node 20.19 or newer; this is Node ${process.versions.node}. Install a newer one from your system and try again.\n`,
  )
  process.exit(1)
}

function install(say) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = join(root, 'node_modules', '.fairlane-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  say('Installing packages by the lock file …')
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  writeFileSync(stamp, lock)
}

async function build(say) {
  const stamp = join(root, 'dist', '.built')
  if (
    existsSync(stamp) &&
    statSync(stamp).mtimeMs > newest() &&
    readFileSync(stamp, 'utf8') === process.versions.modules
  )
    return
  say('Building …')
  const { buildAll } = await import('./build.mjs')
  await buildAll()
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, process.versions.modules)
}

function newest() {
  let latest = statSync(join(root, 'package-lock.json')).mtimeMs
  for (const folder of SOURCES)
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
      if (entry.isFile() && entry.name !== 'generated.ts')
        latest = Math.max(latest, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs)
  return latest
}
