import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { takeLock, type Lock } from './lock.js'
import { birthOf } from './process.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairlane-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const locks = () => readdirSync(folder).sort()
const lay = (number: number, holder: object) =>
  writeFileSync(
    join(folder, `lock-${number}`),
    JSON.stringify({ process: 1, birth: 'long ago', host: hostname(), token: 'x', released: false, ...holder }),
  )
const taken = () => {
  const lock = takeLock(folder)
  if (!('release' in lock)) throw new Error(`held by ${lock.heldBy}`)
  return lock
}

describe('a folder that', () => {
  test('is new is given to one, and to the next only when it is released', () => {
    const first = taken()
    expect(takeLock(folder)).toEqual({ heldBy: process.pid })
    first.release()
    const second = taken()
    second.release()
    expect(locks()).toHaveLength(1)
  })

  const someone = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
  const running = () => ({ process: someone.pid, birth: birthOf(someone.pid!) })
  test.each([
    ['a process that is gone held', { process: 4_000_000 }, true],
    ['another process with the same number held before', { process: 1, birth: 'before the last start' }, true],
    ['was released is free', { released: true, ...running() }, true],
    ['a running process holds stays its own', running(), false],
    ['this process number held before it was ours', { process: process.pid, birth: 'earlier' }, true],
  ])('%s', (_, holder, isFree) => {
    lay(7, holder)
    const lock = takeLock(folder)
    expect('release' in lock).toBe(isFree)
    if ('release' in lock) lock.release()
  })

  test('another host holds is taken only when that host has been silent for a minute', () => {
    lay(3, { host: 'elsewhere' })
    expect(takeLock(folder)).toEqual({ heldBy: 1 })
    const before = new Date(Date.now() - 61_000)
    utimesSync(join(folder, 'lock-3'), before, before)
    taken().release()
    someone.kill()
  })
})

test.skipIf(!existsSync('/proc/self/stat'))(
  'a process that is dead, though its parent has not noticed, holds nothing',
  async () => {
    // The shell starts a child and becomes a program that never asks how the child ended: a zombie.
    const parent = spawn('sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 30'])
    const child = Number(await new Promise((resolve) => parent.stdout.once('data', resolve)))
    await new Promise((resolve) => setTimeout(resolve, 800))
    expect(readFileSync(`/proc/${child}/stat`, 'utf8')).toMatch(/\) Z /)
    expect(birthOf(child)).toBeUndefined()
    parent.kill()
  },
)

test('of many who take over from the dead at once, exactly one gets it', async () => {
  lay(1, { process: 4_000_000 })
  const script = join(folder, 'take.mjs')
  const { build } = await import('esbuild')
  await build({
    stdin: {
      contents: `import { takeLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))}
        const wait = Number(process.argv[2]) - Date.now()
        setTimeout(() => { console.log('release' in takeLock(${JSON.stringify(folder)}) ? 'mine' : 'theirs'); setTimeout(() => {}, 1500) }, wait)`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: script,
    logLevel: 'silent',
  })
  const at = String(Date.now() + 1200)
  const answers = await Promise.all(Array.from({ length: 8 }, () => said(script, at)))
  expect(answers.filter((one) => one.trim() === 'mine')).toHaveLength(1)
  expect(answers.filter((one) => one.trim() === 'theirs')).toHaveLength(7)
})

const said = (...args: string[]): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args)
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
    child.on('exit', () => resolve(text))
  })

test('a lock says who holds it, readable by its owner only', () => {
  const lock: Lock = taken()
  const holder = JSON.parse(readFileSync(join(folder, locks()[0]!), 'utf8')) as object
  expect(holder).toMatchObject({ process: process.pid, host: hostname(), released: false })
  lock.release()
})
