/** The command line as a person uses it: real processes, real folders, real signals. */
import type { ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildSample } from '../samples/build.js'
import { ended, freePort, gone, start, until, type Ended } from './processes.js'

const folder = mkdtempSync(join(tmpdir(), 'fairlane-commands-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)

const run = (...args: string[]): Promise<Ended> => ended(start(folder, args))
async function serving(data: string, port: number, ...args: string[]): Promise<{ child: ChildProcess; said: string }> {
  const child = start(folder, ['serve', '--port', String(port), '--data', data, ...args])
  return { child, said: await until(child, /is ready at/) }
}

describe('wrong use ends with 2, a sentence and where to read more', () => {
  test.each([
    [['bake'], /no command bake/],
    [['import', '--quickly'], /--quickly is not an option/],
    [['import'], /Name the files/],
    [['import', 'a.csv', '--buyer', 'Provstad'], /--buyer takes an organisation number and a name/],
    [['import', 'a.csv', '--adds', '--replaces'], /Choose either/],
    [['import', 'a.csv', '--vat', '25'], /--vat takes included or excluded/],
    [['publish'], /Name the import/],
    [['serve', '--port', '99999'], /99999 is not a port/],
    [['imports', '--language', 'fi'], /fi is not a language/],
    [['fit'], /Name one idea file/],
  ])('%s', async (args, sentence) => {
    const { code, out, err } = await run(...args, '--data', at('unused'))
    expect(err).toMatch(sentence)
    expect(err).toMatch(/fairlane --help/)
    expect([code, out]).toEqual([2, ''])
  })

  test('a setting that is misspelt is refused by name', async () => {
    const { code, err } = await ended(start(folder, ['imports'], { FAIRLANE_PROT: '80' }))
    expect([code, err]).toEqual([2, expect.stringContaining('FAIRLANE_PROT') as string])
  })

  test('a data folder that is not there is named, not made', async () => {
    const { code, err } = await run('imports', '--data', at('unused'))
    expect([code, err]).toEqual([1, expect.stringMatching(/^There is no data folder \S+unused\./) as string])
  })

  test('nothing of it made a data folder', () => expect(readdirSync(folder)).not.toContain('unused'))
})

test('--help teaches every command, in the reader’s language', async () => {
  const all = await run('--help', '--language', 'sv')
  expect([all.code, all.out]).toEqual([0, expect.stringContaining('fairlane import SÖKVÄG') as string])
  const names = [...all.out.matchAll(/^ {4}fairlane (\w+)/gm)].map((found) => found[1]!)
  expect(names.length).toBeGreaterThan(8)
  const taught = await Promise.all(names.map((name) => run(name, '--help', '--language', 'sv')))
  expect(taught.map(({ code, out }) => [code, /^fairlane (\w+)/.exec(out)?.[1]])).toEqual(
    names.map((name) => [0, name]),
  )
  expect((await run('import', '--help', '--language', 'en')).out).toMatch(/^fairlane import PATH/)
})

describe('a folder with its server', () => {
  const data = at('served')
  let port: number
  let server: ChildProcess
  let said: string
  beforeAll(async () => {
    port = await freePort()
    ;({ child: server, said } = await serving(data, port, '--empty'))
  })
  afterAll(() => void server.kill('SIGKILL'))

  test('says what the database promises, how to write, and where it is', () => {
    expect(said).toMatch(/a killed process loses nothing, a power cut may/)
    expect(said).toMatch(new RegExp(`http://localhost:${port}/operator\\?ticket=`))
    expect(said).toMatch(new RegExp(`ready at http://localhost:${port}\\s`))
  })

  test('keeps folder, key and socket for its owner', () => {
    expect(statSync(data).mode & 0o777).toBe(0o700)
    for (const name of ['operator.key', 'socket']) expect(statSync(join(data, name)).mode & 0o777).toBe(0o600)
  })

  test('refuses a second server on the folder, and on the port, in one sentence each', async () => {
    const second = await run('serve', '--port', String(await freePort()), '--data', data)
    expect([second.code, second.out]).toEqual([1, ''])
    expect(second.err).toMatch(/^Another Fairlane \(process \d+\) is using .*\n$/)
    const third = await run('serve', '--port', String(port), '--data', at('other'))
    expect([third.code, third.out]).toEqual([1, ''])
    expect(third.err).toMatch(/^Port \d+ is taken by another program.*\n$/)
    expect(readdirSync(folder)).not.toContain('other')
  })

  test('what may not become public is imported, and publishing it is refused with the reason', async () => {
    const head = 'kopare_id,kopare,verifikationsnummer,leverantor,leverantor_id,konto_nr,konto_text,belopp,datum'
    writeFileSync(
      at('person.csv'),
      `${head}\n9921091535,Provstad,1,"Lomberg, Karin",,6412,Livsmedel,77.00,2026-01-12\n`,
    )
    const imported = await run('import', 'person.csv', '--publish', '--data', data, '--json')
    expect([imported.code, imported.err]).toEqual([0, ''])
    const { imports } = JSON.parse(imported.out) as { imports: { id: string; published: object }[] }
    expect(imports[0]!.published).toMatchObject({ refused: { key: 'purchasing.publication.nothing' } })
    const published = await run('publish', imports[0]!.id, '--data', data)
    expect([published.code, published.err]).toEqual([
      1,
      expect.stringContaining('Nothing in the file may become public'),
    ])
  })

  test('lets commands work through it: import, publish, fit, backup', async () => {
    const { awards } = buildSample()
    writeFileSync(at('awards.csv'), awards)
    const imported = await run('import', 'awards.csv', '--data', data, '--json')
    expect([imported.code, imported.err]).toEqual([0, ''])
    const { imports } = JSON.parse(imported.out) as { imports: { id: string; read: number }[] }
    expect(imports[0]!.read).toBe(129)
    const page = () => fetch(`http://localhost:${port}/en/imports/${imports[0]!.id}`).then((answer) => answer.status)
    expect(await page()).toBe(404)
    expect((await run('publish', imports[0]!.id, '--data', data)).code).toBe(0)
    expect(await page()).toBe(200)
    writeFileSync(at('idea.yaml'), 'title: Reused office furniture\ntext: Desks and chairs, repaired.\n')
    const told = (await run('fit', 'idea.yaml', '--data', data)).out
    for (const fact of [
      'Renewal: Not known. Becomes known when: ',
      'Suppliers in the contract: ',
      'Source: awards.csv',
    ])
      expect(told).toContain(fact)
    const fit = await run('fit', 'idea.yaml', '--data', data, '--json')
    expect((JSON.parse(fit.out) as { openings: object[] }).openings.length).toBeGreaterThan(0)
    expect((await run('backup', '--data', data)).code).toBe(0)
    expect((await run('backups', '--data', data)).out).toMatch(/asked for/)
  })

  test('tells what it could not read and goes on, with 1', async () => {
    writeFileSync(at('odd.csv'), 'a,b\n1,2\n')
    const { code, err } = await run('import', 'odd.csv', '--data', data)
    expect([code, err]).toEqual([1, expect.stringMatching(/^odd\.csv: No format knows this file/) as string])
    const told = JSON.parse((await run('import', 'odd.csv', '--data', data, '--json')).out) as object
    const unread = { line: 0, path: '', severity: 'refused', code: 'purchasing.imports.unknown', original: '' }
    expect(told).toMatchObject({ imports: [{ file: 'odd.csv', format: null, read: 0, problems: [unread] }] })
    const missing = await run('import', 'nowhere.csv', '--data', data)
    expect([missing.code, missing.err]).toEqual([1, expect.stringMatching(/nowhere\.csv: There is no such/) as string])
  })

  test('reads a folder, a packed file and standard input through it, and tells what it passed over', async () => {
    const line = (voucher: number) =>
      `9921091535,Provstad,${voucher},Fisk AB,9956406483,6412,Livsmedel,10.00,2025-01-${10 + voucher}\n`
    const head = 'kopare_id,kopare,verifikationsnummer,leverantor,leverantor_id,konto_nr,konto_text,belopp,datum\n'
    mkdirSync(at('many'))
    writeFileSync(at('many/a.csv'), head + line(1))
    writeFileSync(at('many/b.csv.gz'), gzipSync(head + line(2)))
    writeFileSync(at('many/.hidden'), '')
    const folderRead = await run('import', 'many', '--adds', '--data', data, '--json')
    expect([folderRead.code, folderRead.err]).toEqual([0, expect.stringMatching(/many\/\.hidden: The file is hidden/)])
    const { imports } = JSON.parse(folderRead.out) as { imports: { file: string; kept: number }[] }
    expect(imports.map(({ file, kept }) => [file, kept])).toEqual([
      ['many/.hidden', 0],
      ['many/a.csv', 1],
      ['many/b.csv.gz', 1],
    ])
    const child = start(folder, ['import', '-', '--adds', '--data', data])
    child.stdin!.end(head + line(3))
    expect((await ended(child)).out).toMatch(/^standard input: Supplier ledger; one row read, 1 new/)
  })

  test('columns that no format knows are guessed, written down, confirmed and remembered', async () => {
    const books = (month: string) => `Datum;Motpart;Summa kr;Konto nr\n2024-${month}-05;Alfa AB;1 200,50;4010\n`
    writeFileSync(at('books.csv'), books('01'))
    const asked = await run('import', 'books.csv', '--data', data)
    expect([asked.code, asked.err]).toEqual([1, expect.stringMatching(/supplier ← Motpart [^]*buyer: no column found/)])
    const written = await run('import', 'books.csv', '--mapping', 'columns.json', '--data', data)
    expect([written.code, written.err]).toEqual([1, expect.stringContaining('The guess is written to columns.json')])
    const confirm = ['--mapping', 'columns.json', '--buyer', '992109-1535 Provstad']
    const read = await run('import', 'books.csv', ...confirm, '--data', data)
    expect([read.code, read.out]).toEqual([0, expect.stringMatching(/^books\.csv: .*one row read, 1 new/)])
    writeFileSync(at('february.csv'), books('02'))
    expect(read.out).toContain('The file does not say whether its amounts include VAT')
    const provstad = ['--buyer', '992109-1535 Provstad', '--data', data]
    const next = await run('import', 'february.csv', '--vat', 'excluded', ...provstad)
    expect([next.code, next.out]).toEqual([0, expect.stringMatching(/Read through the column mapping .* books\.csv/)])
    expect(next.out).toContain('The amounts exclude VAT, as you said')
  })

  test('does not restore under its server, and loses nothing when it is killed', async () => {
    const { name } = (
      JSON.parse((await run('backups', '--data', data, '--json')).out) as { backups: { name: string }[] }
    ).backups[0]!
    expect((await run('restore', name, '--data', data)).err).toMatch(/Another Fairlane/)
    await gone(server, 'SIGKILL')
    ;({ child: server } = await serving(data, port))
    const listed = await run('imports', '--data', data, '--json')
    expect((JSON.parse(listed.out) as { imports: { file: string }[] }).imports.map(({ file }) => file)).toContain(
      'awards.csv',
    )
    expect(await gone(server, 'SIGTERM')).toBe(0)
    expect((await run('restore', name, '--data', data)).code).toBe(0)
    expect((await run('imports', '--data', data)).out).toMatch(/awards\.csv/)
  })
})

test('own files are never read in beside the sample city; it is left in one step', async () => {
  const data = at('sample')
  const { child } = await serving(data, await freePort())
  writeFileSync(at('own.csv'), 'a,b\n1,2\n')
  const refused = await run('import', 'own.csv', '--data', data)
  expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/sample city is still here[^]*--leave-sample/)])
  const left = await run('import', 'own.csv', '--leave-sample', '--data', data)
  expect(left.err).toMatch(/^own\.csv: No format knows this file/)
  expect((await run('import', 'own.csv', '--data', data)).err).not.toMatch(/sample/)
  await gone(child, 'SIGTERM')
}, 180_000)

test('an operator’s link opens the operator’s pages in this machine’s browser, and nothing else does', async () => {
  const port = await freePort()
  const { child, said } = await serving(at('operator'), port, '--empty')
  const base = `http://localhost:${port}`
  const link = /http\S+\/operator\?ticket=\S+/.exec(said)![0]
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(path.startsWith('http') ? path : base + path, { redirect: 'manual', headers })
  const outside = await get('/en/me')
  const page = await outside.text()
  expect(outside.status).toBe(403)
  expect(page).toContain('href="/en/procurements"')
  expect(page).toContain('href="/sv/me"')
  expect(page).not.toContain('href="/en/me/procurements"')
  expect((await get('/en/operator?ticket=1.forged')).status).toBe(403)
  expect((await get('/en/operator?ticket=99999999999999.forged')).status).toBe(403)
  const entered = await get(link.replace('/operator', '/en/operator'))
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/en/me'])
  const set = entered.headers.getSetCookie()
  expect(set).toHaveLength(2)
  for (const one of set) expect(one).toMatch(/Path=\/(sv|en)\/me; HttpOnly; SameSite=Lax/)
  const cookie = set[0]!.split(';')[0]!
  const inside = await get('/en/me', { cookie })
  expect([inside.status, inside.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
  expect((await get('/en/me', { cookie, 'x-forwarded-for': '192.0.2.7' })).status).toBe(403)
  const leave = (origin: string) =>
    fetch(`${base}/en/me/leave`, { method: 'POST', redirect: 'manual', headers: { cookie, origin } })
  expect((await leave('https://elsewhere.example')).status).toBe(403)
  expect((await leave(base)).status).toBe(303)
  await gone(child, 'SIGTERM')
})

const ownAddress = Object.values(networkInterfaces())
  .flat()
  .find((one) => one && one.family === 'IPv4' && !one.internal)?.address

test.skipIf(!ownAddress)('--host opens reading to the network, never writing', async () => {
  const port = await freePort()
  const { child, said } = await serving(at('open'), port, '--empty', '--host', '0.0.0.0')
  const [here, network] = [`http://127.0.0.1:${port}`, `http://${ownAddress}:${port}`]
  const link = /\/operator\?ticket=\S+/.exec(said)![0]
  const entered = await fetch(`${here}/en${link}`, { redirect: 'manual' })
  const cookie = entered.headers.getSetCookie()[0]!.split(';')[0]!
  const status = (address: string, options: RequestInit = {}) =>
    fetch(address, { redirect: 'manual', ...options }).then((answer) => answer.status)
  expect(await status(`${network}/en`)).toBe(200)
  expect(await status(`${network}/en${link}`)).toBe(403)
  expect(await status(`${network}/en/me`, { headers: { cookie } })).toBe(403)
  const writing = { method: 'POST', headers: { cookie, origin: network } }
  expect(await status(`${network}/en/me/leave`, writing)).toBe(403)
  expect(await status(`${here}/en/me/leave`, { ...writing, headers: { cookie, origin: here } })).toBe(303)
  await gone(child, 'SIGTERM')
})
