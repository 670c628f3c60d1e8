import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { ROOT } from '../src/kit/root.js'
import { grouped } from '../src/kit/grouped.js'
import { AWARDS_HEADER } from './awards.js'
import { buildWithInvoices } from './build.js'
import { description } from './description.js'
import { LEDGER_HEADER } from './ledger.js'
import { REGISTER_HEADER } from './register.js'
import { awards, built, column, ledger, register, sum, type Row } from './testing.js'

const of = description()
const group = (...starts: string[]) =>
  ledger.filter((row) => starts.some((start) => row['konto_nr']!.startsWith(start)))
const share = (rows: readonly Row[], among: readonly Row[]) => rows.length / among.length

test('is the same every time', () => {
  const again = buildWithInvoices()
  for (const name of ['ledger', 'awards', 'register'] as const)
    expect(again.files[name] === built.files[name]).toBe(true)
  expect(Buffer.compare(again.invoices, built.invoices)).toBe(0)
})

test('has the exact headings', () => {
  const { ledger, awards, register } = built.files
  expect(ledger.split('\n')[0]).toBe(LEDGER_HEADER.join(','))
  expect(ledger.split('\n')[0]).toBe(
    'kopare_id,kopare,verifikationsnummer,leverantor,leverantor_id,konto_nr,konto_text,belopp,datum,' +
      'forvaltning,fakturanummer,grund,avtal,kommun_id,s_kod_nr',
  )
  expect(awards.split('\n')[0]).toMatch(/^År,Namn för köpare,.*,"Antal kontrakterade anbud\*, Summa"$/)
  expect(AWARDS_HEADER).toHaveLength(18)
  expect(register.split('\n')[0]).toBe(REGISTER_HEADER.join(','))
})

test('has the size it says', () => {
  const isAbout = (count: number, said: number) => expect(Math.abs(count / said - 1)).toBeLessThan(0.03)
  isAbout(ledger.length, 60_000)
  isAbout(register.length, 400)
  isAbout(Object.keys(of.suppliers).length, 250)
  expect(new Set(column(awards, 'Upphandlings-ID')).size).toBe(of.procurements.length)
  expect(of.procurements).toHaveLength(56)
  expect(sum(ledger) / 3).toBeGreaterThan(900e6)
  expect(sum(ledger) / 3).toBeLessThan(1_050e6)
})

test('names no real body: every organisation number begins with 99 and passes its check digit', () => {
  const numbers = [
    ...['kopare_id', 'leverantor_id'].flatMap((name) => [...column(ledger, name), ...column(register, name)]),
    ...column(awards, 'Organisationsnummer för köpare'),
  ]
  const different = new Set(numbers.filter((number) => number !== ''))
  expect(different.size).toBeGreaterThan(240)
  for (const number of different) expect(number).toMatch(/^99[2-9]\d{7}$/)
  for (const number of different) expect(luhn(number) % 10).toBe(0)
})

const REAL = join(ROOT, '../shared/data/sweden')
test.skipIf(!existsSync(REAL))('has no supplier of the national award statistics (skipped where absent)', () => {
  const plain = (name: string) =>
    name
      .toLocaleUpperCase('sv')
      .replace(/\b(AKTIEBOLAGET|AKTIEBOLAG|AB|HB|\(PUBL\))/g, '')
      .replace(/[^\p{L}\p{N}]/gu, '')
  const files = readdirSync(REAL).filter((name) => name.includes('suppliers'))
  const real = new Set(
    files.flatMap((file) =>
      parse<Row>(readFileSync(join(REAL, file), 'utf8'), { columns: true, bom: true, relax_quotes: true }).map((row) =>
        plain(row['Namn för leverantör'] ?? ''),
      ),
    ),
  )
  expect(real.size).toBeGreaterThan(5_000)
  const ours = Object.values(of.suppliers).map(({ name }) => name)
  expect(ours.filter((name) => real.has(plain(name)))).toEqual([])
})

test('gives one number to one name', () => {
  const names = new Map<string, Set<string>>()
  for (const { leverantor, leverantor_id } of [...ledger, ...register])
    if (leverantor_id) names.set(leverantor_id, (names.get(leverantor_id) ?? new Set()).add(leverantor!))
  expect([...names.values()].every(({ size }) => size === 1)).toBe(true)
})

test('has units for every kind of people, each under an administration of its body', () => {
  for (const { buyer, at } of of.units) expect(of.bodies[buyer]!.administrations[at]).toBeDefined()
  expect(of.units.every(({ people }) => people > 0)).toBe(true)
  expect(new Set(column(of.units as never, 'serves')).size).toBeGreaterThan(6)
  expect(new Set(column(of.units as never, 'name')).size).toBe(of.units.length)
})

test('states a contract on few lines, and then one of its supplier and within its time', () => {
  const mistyped = of.faults.filter((fault) => fault.column === 'slut').map(({ title }) => title)
  const contracts = new Map(register.map((row) => [row['avtalsnummer'], row]))
  const marked = ledger.filter(({ avtal }) => avtal)
  expect(share(marked, ledger)).toBeGreaterThan(0.05)
  expect(share(marked, ledger)).toBeLessThan(0.1)
  for (const row of marked) {
    const contract = contracts.get(row['avtal'])!
    expect(contract['leverantor_id']).toBe(row['leverantor_id'])
    expect(row['datum']! >= contract['start']!).toBe(true)
    const hasEnd = contract['slut'] !== '' && !mistyped.includes(contract['titel']!)
    if (hasEnd) expect(row['datum']! <= contract['slut']!).toBe(true)
  }
})

test('buys of some who hold no contract, and past a contract of others', () => {
  const holders = new Set(column(register, 'leverantor_id'))
  const bought = group('6', '7').filter((row) => !row['kopare_id']!.includes(row['leverantor_id']!))
  const without = bought.filter(({ leverantor_id }) => !holders.has(leverantor_id!))
  expect(share(without, bought)).toBeGreaterThan(0.03)
  expect(share(without, bought)).toBeLessThan(0.15)
  const furniture = group('6411').filter(({ leverantor }) => leverantor === 'Kontorsvaror på Nätet i Norr AB')
  expect(furniture.length).toBeGreaterThan(20)
})

test('spends like a city', () => {
  const part = (...starts: string[]) => sum(group(...starts)) / sum(ledger)
  const food = part('6421')
  expect(food).toBeGreaterThan(0.03)
  expect(food).toBeLessThan(0.05)
  const noPurchase = part('45', '5')
  expect(noPurchase).toBeGreaterThan(0.02)
  expect(noPurchase).toBeLessThan(0.06)
  expect(part('46')).toBeGreaterThan(0.2)
  expect(part('46')).toBeLessThan(0.3)
  expect(part('61', '62')).toBeGreaterThan(0.15)
  for (const [, rows] of grouped(ledger, (row) => row['konto_nr'])) expect(sum(rows)).toBeGreaterThan(0)
})

test('spends in the last year what its description says, and less before', () => {
  const years = [2024, 2025, 2026].map((year) =>
    sum(ledger.filter(({ datum }) => datum! >= `${year - 1}-11-01` && datum! <= `${year}-10-31`)),
  )
  const said = [...of.streams, ...of.subjects.map(({ spend }) => spend)].reduce((so, { total }) => so + total * 1000, 0)
  expect(Math.abs(years[2]! / said - 1)).toBeLessThan(0.02)
  expect(years[0]!).toBeLessThan(years[1]!)
  expect(years[1]!).toBeLessThan(years[2]!)
})

test('has seasons and busy ends of months', () => {
  const months = (rows: readonly Row[]) => new Set(rows.map((row) => row['datum']!.slice(5, 7)))
  const bus = months(ledger.filter((row) => row['konto_text'] === 'Skolskjuts'))
  const snow = ledger.filter((row) => /^Snö/.test(row['konto_text']!) && !row['belopp']!.startsWith('-'))
  const month = (start: string, ...of: string[]) =>
    sum(group(start).filter(({ datum }) => of.includes(datum!.slice(5, 7))))
  expect(bus.has('07')).toBe(false)
  expect(months(snow).has('01') && !months(snow).has('06')).toBe(true)
  expect(month('6421', '07')).toBeLessThan(month('6421', '09') / 2)
  expect(month('62', '06', '07')).toBeLessThan(month('62', '01', '02') / 2)
  expect(
    share(
      ledger.filter(({ datum }) => datum!.slice(8) >= '28'),
      ledger,
    ),
  ).toBeGreaterThan(0.15)
})

test('has what a ledger is feared for', () => {
  const twice = ledger.length - new Set(built.files.ledger.trim().split('\n').slice(1)).size
  const nameless = new Set(
    column(
      ledger.filter((row) => !row['leverantor_id']),
      'leverantor',
    ),
  )
  expect(ledger.filter((row) => row['belopp']!.startsWith('-'))).toHaveLength(of.oddities.credits)
  expect(twice).toBeGreaterThan(of.oddities.twins / 2)
  expect([...nameless].sort()).toEqual([
    'Lomberg, Karin (Kajans Hembageri)',
    'Personuppgift',
    'Sekretess',
    'Skyddad uppgift',
    'Ängeborn, Nils (Ängeborns Mekaniska)',
  ])
  expect(ledger.filter((row) => row['konto_nr'] === '6511' && Number(row['belopp']) > 1e6)).toHaveLength(1)
  expect(ledger.filter((row) => row['kopare_id'] === row['leverantor_id']).length).toBeGreaterThan(500)
  expect(group('45', '5').every(({ avtal }) => !avtal)).toBe(true)
})

test('books on working days within the period, vouchers in order', () => {
  const days = column(ledger, 'datum')
  for (const day of new Set(days)) expect(new Date(day).getUTCDay() % 6).not.toBe(0)
  expect(days).toEqual(days.toSorted())
  expect(days[0]! >= of.period.from && days.at(-1)! <= of.period.to).toBe(true)
})

/** The digit sum with every second digit doubled; a valid number's ends in 0. */
const luhn = (number: string) =>
  [...number].reduce((so, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return so + Math.floor(value / 10) + (value % 10)
  }, 0)
