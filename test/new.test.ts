/** bin/new in a copy of the checkout: what comes out is formatted, compiles, keeps the house and passes its own tests. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '../src/kit/root.js'
import { checkoutAt, RULES } from './architecture/rules.js'

const COPIED = ['src', 'samples', 'bin', 'docs', 'migrations']
/** What tests in src take from here. */
const SHARED = 'test/sample.ts'
const FILES = ['package.json', 'tsconfig.json', 'eslint.config.mjs', '.prettierrc.json', '.prettierignore']

let folder: string
const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  return { status, stderr, said: stdout + stderr }
}
const succeed = (...args: string[]): string => {
  const { status, said } = run(...args)
  if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${said}`)
  return said
}
const tool = (path: string, ...args: string[]) => succeed(join('node_modules', path), ...args)
/** The paths it made and changed. */
const touched = new Set<string>()
function make(...args: string[]): string {
  const said = succeed('bin/new', ...args)
  for (const [, path] of said.matchAll(/^(?:made|changed) +(\S+)/gm)) touched.add(path!)
  return said
}
const refusal = (...args: string[]) => run('bin/new', ...args)
const read = (path: string) => readFileSync(join(folder, path), 'utf8')

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairlane-new-'))
  for (const name of [...COPIED, ...FILES, 'ARCHITECTURE.md', 'vitest.config.ts'])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  cpSync(join(ROOT, SHARED), join(folder, SHARED), { recursive: true })
  for (const name of ['node_modules', 'dist']) symlinkSync(join(ROOT, name), join(folder, name))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('teaches what it makes', () => {
  expect(make('--help')).toMatch(/format NAME[^]*module NAME[^]*rule NAME[^]*component NAME[^]*decision "TITLE"/)
})

test('makes one of each, listed where it must be', () => {
  expect(make('format', 'cost-centre-ledger')).toContain('made     src/purchasing/import/formats/cost-centre-ledger.ts')
  make('format', 'grants')
  expect(make('component', 'quiet-box')).toContain('changed  src/web/style.css')
  expect(make('rule', 'city-lottery')).toContain('changed  src/law/rules/questions.ts')
  expect(make('module', 'markets')).toContain('src/app.tsx')
  expect(make('decision', 'Markets are open on Sundays')).toMatch(
    /docs\/decisions\/\d{4}-markets-are-open-on-sundays\.md/,
  )
  expect(read('src/purchasing/import/formats/index.ts')).toMatch(/FORMATS[^]*costCentreLedger, grants\]/)
  expect(read('src/web/look.tsx')).toMatch(/LOOK[^]*quietBox,\n\]/)
  expect(read('src/web/index.ts')).toContain('QuietBox')
  expect(read('src/law/rules/routes/index.ts')).toMatch(/ROUTE:[^]*cityLottery,\n\}/)
})

test('what it made is formatted, follows the house and compiles', () => {
  tool('prettier/bin/prettier.cjs', '--check', '--ignore-unknown', ...touched)
  const code = [...touched].filter((path) => /\.tsx?$/.test(path))
  // With what they import, and with nothing else of the house, which was compiled and looked at already.
  const config = JSON.parse(read('tsconfig.json')) as object
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ ...config, include: [...code, 'src/**/*.d.ts'] }))
  tool('eslint/bin/eslint.js', ...code)
  tool('typescript/bin/tsc', '--noEmit')
})

test('of a new module the layout asks for a layer and a drawing, and for nothing else', () => {
  const here = checkoutAt(folder)
  const made = [...touched, 'src/markets']
  const problems = Object.values(RULES).flatMap((rule) => rule(here))
  expect(problems.filter((problem) => made.some((path) => problem.startsWith(path)))).toEqual([
    expect.stringContaining('src/markets stands in no layer'),
    expect.stringContaining('src/markets is not drawn'),
  ])
})

test('what it made passes its own tests', () => {
  const ran = ['src/markets', 'cost-centre-ledger', 'grants', 'city-lottery', 'src/web/web.test.tsx']
  expect(tool('vitest/vitest.mjs', 'run', '--no-color', ...ran)).toMatch(/Test Files +6 passed/)
})

test('refuses with a sentence and changes nothing', () => {
  const before = read('src/purchasing/import/formats/index.ts')
  expect(refusal('format', 'supplier-ledger').status).toBe(2)
  expect(refusal('format', 'supplier-ledger').stderr).toContain('is there already')
  expect(refusal('rule', 'open').stderr).toContain('is there already')
  expect(refusal('module', 'fit').stderr).toContain('src/fit is there already')
  expect(refusal('component', 'Big Box').stderr).toContain('lower case')
  expect(refusal('decision', 'Markets are open on Sundays').stderr).toContain('has that title')
  expect(refusal('cathedral', 'x').stderr).toContain("There is no 'cathedral'")
  expect(refusal('format').stderr).toContain('Say the name too')
  expect(read('src/purchasing/import/formats/index.ts')).toBe(before)
})
