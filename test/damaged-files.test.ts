/** Packed files that are cut off or that swell, as a person sends them on the command line: a sentence, and nothing kept. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { ended, start, type Ended } from './processes.js'

const folder = mkdtempSync(join(tmpdir(), 'fairlane-damaged-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const run = (...args: string[]): Promise<Ended> => ended(start(folder, [...args, '--data', join(folder, 'data')]))

const HEAD = 'kopare_id,kopare,verifikationsnummer,leverantor,leverantor_id,konto_nr,konto_text,belopp,datum\n'
/** Wide rows swell as well as many, and are sooner read. */
const WIDE = `Livsmedel${' och annat'.repeat(300)}`
const lines = (count: number, account = 'Livsmedel') =>
  Array.from(
    { length: count },
    (_, at) => `9921091535,Provstad,${at},Fisk AB,9956406483,6412,${account},${at}.00,2025-01-1${at % 9}\n`,
  ).join('')

test('a gzip that is cut off, and one that swells, are refused with a sentence; the whole one is read', async () => {
  const whole = gzipSync(HEAD + lines(2000))
  writeFileSync(join(folder, 'cut.csv.gz'), whole.subarray(0, whole.length / 2))
  writeFileSync(join(folder, 'swells.csv.gz'), gzipSync(HEAD + lines(1, WIDE).repeat(8000), { level: 9 }))
  writeFileSync(join(folder, 'whole.csv.gz'), whole)

  const cut = await run('import', 'cut.csv.gz')
  expect([cut.code, cut.err]).toEqual([1, expect.stringMatching(/cut\.csv\.gz: The file is damaged or cut off\./)])
  const swells = await run('import', 'swells.csv.gz')
  expect([swells.code, swells.err]).toEqual([
    1,
    expect.stringMatching(/swells\.csv\.gz: The file becomes more than 200 times larger when it is unpacked/),
  ])
  const { imports } = JSON.parse((await run('imports', '--json')).out) as { imports: unknown[] }
  expect(imports).toEqual([])
  const read = await run('import', 'whole.csv.gz')
  expect([read.code, read.out]).toEqual([0, expect.stringMatching(/2,000 rows read, 2,000 new/)])
})
