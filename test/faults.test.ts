/** What may go wrong on the way: killed in the middle of an import, nothing is half done and nothing is in the way. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildSample } from '../samples/build.js'
import { ended, freePort, gone, start, until } from './processes.js'

const folder = mkdtempSync(join(tmpdir(), 'fairlane-faults-'))
const LINES = 40_000
beforeAll(() => writeFileSync(join(folder, 'large.csv'), manyPostings(LINES)))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The sample's postings over and over, each time under voucher numbers of their own. */
function manyPostings(lines: number): string {
  const [head, ...postings] = buildSample().ledger.trimEnd().split('\n')
  const rows = Array.from({ length: lines }, (_, i) => {
    const cells = postings[i % postings.length]!.split(',')
    return [cells[0], cells[1], String(300_000_000 + i), ...cells.slice(3)].join(',')
  })
  return [head, ...rows].join('\n') + '\n'
}

const run = async (...args: string[]) => {
  const { code, out, err } = await ended(start(folder, [...args, '--data', join(folder, 'data'), '--json']))
  if (code !== 0) throw new Error(err)
  return JSON.parse(out) as { imports: { read: number; kept: number }[] }
}

/** It reads: from here on rows are gathered, and nothing has landed. */
const READING = /\d MB/

test('an import killed while it reads shows nothing, and can be done again', async () => {
  const child = start(folder, ['import', 'large.csv', '--data', join(folder, 'data')])
  await until(child, READING)
  expect(await gone(child, 'SIGKILL')).toBeNull()
  expect((await run('imports')).imports).toEqual([])
})

test('a server killed while it imports for a command starts again with nothing half done; the command says so', async () => {
  const port = await freePort()
  const data = join(folder, 'data')
  const server = start(folder, ['serve', '--port', String(port), '--data', data, '--empty'])
  await until(server, /is ready at/)
  const command = start(folder, ['import', 'large.csv', '--data', data])
  const importing = ended(command)
  await until(command, READING)
  await gone(server, 'SIGKILL')
  const { code, err } = await importing
  expect([code, err]).toEqual([1, expect.stringMatching(/The server on this folder stopped meanwhile/) as string])
  expect((await run('imports')).imports).toEqual([])
  expect((await run('import', 'large.csv')).imports).toMatchObject([{ read: LINES, kept: LINES }])
})
