import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { AWARDS_HEADER } from './awards.js'
import { buildSample } from './build.js'
import { LEDGER_HEADER } from './ledger.js'
import { REGISTER_HEADER } from './register.js'

type Row = Record<string, string>
const sample = buildSample()
const rows = (text: string) => parse<Row>(text, { columns: true })
const ledger = rows(sample.ledger)
const awards = rows(sample.awards)
const register = rows(sample.register)
const sum = (of: readonly Row[]) => of.reduce((so, { belopp }) => so + Number(belopp), 0)
const group = (...starts: string[]) =>
  ledger.filter((row) => starts.some((start) => row['konto_nr']!.startsWith(start)))
const column = (of: readonly Row[], name: string) => of.map((row) => row[name]!)

test('is the same every time', () => expect(buildSample()).toEqual(sample))

test('has the exact headings', () => {
  expect(sample.ledger.split('\n')[0]).toBe(LEDGER_HEADER.join(','))
  expect(sample.ledger.split('\n')[0]).toBe(
    'kopare_id,kopare,verifikationsnummer,leverantor,leverantor_id,konto_nr,konto_text,belopp,datum,' +
      'forvaltning,fakturanummer,grund,avtal,kommun_id,s_kod_nr',
  )
  expect(sample.awards.split('\n')[0]).toMatch(/^År,Namn för köpare,.*,"Antal kontrakterade anbud\*, Summa"$/)
  expect(AWARDS_HEADER).toHaveLength(18)
  expect(sample.register.split('\n')[0]).toBe(REGISTER_HEADER.join(','))
})

test('has the size it says', () => {
  expect(ledger.length).toBeGreaterThan(1_900)
  expect(ledger.length).toBeLessThan(2_100)
  expect(sum(ledger)).toBeGreaterThan(240e6)
  expect(sum(ledger)).toBeLessThan(280e6)
  expect(awards.length).toBeGreaterThan(100)
})

test('names no real body: every organisation number begins with 99 and passes its check digit', () => {
  const numbers = [
    ...['kopare_id', 'leverantor_id'].flatMap((name) => [...column(ledger, name), ...column(register, name)]),
    ...column(awards, 'Organisationsnummer för köpare'),
  ].filter((number) => number !== '')
  for (const number of numbers) expect(number).toMatch(/^99\d{8}$/)
  for (const number of numbers) expect(luhn(number) % 10).toBe(0)
})

test('gives one number to one name', () => {
  const names = new Map<string, Set<string>>()
  for (const { leverantor, leverantor_id } of [...ledger, ...register])
    if (leverantor_id) names.set(leverantor_id, (names.get(leverantor_id) ?? new Set()).add(leverantor!))
  expect([...names.values()].every(({ size }) => size === 1)).toBe(true)
})

test('knows every contract number of the ledger, with its supplier and within its time', () => {
  const contracts = new Map(register.map((row) => [row['avtalsnummer'], row]))
  for (const row of ledger.filter(({ avtal }) => avtal)) {
    const contract = contracts.get(row['avtal'])
    expect(contract?.['leverantor_id']).toBe(row['leverantor_id'])
    expect(row['datum']! >= contract!['start']! && row['datum']! <= contract!['slut']!).toBe(true)
  }
})

test('leaves most lines without a contract number, and a quarter of the procurements out of the register', () => {
  const marked = ledger.filter(({ avtal }) => avtal).length / ledger.length
  expect(marked).toBeGreaterThan(0.3)
  expect(marked).toBeLessThan(0.4)
  const awarded = new Set(column(awards, 'Upphandlings-ID'))
  const registered = new Set(column(register, 'upphandling'))
  expect([...registered].every((id) => awarded.has(id))).toBe(true)
  expect(registered.size / awarded.size).toBeCloseTo(0.75, 1)
})

test('spends like a city', () => {
  const share = (...starts: string[]) => sum(group(...starts)) / sum(ledger)
  expect(share('6421')).toBeGreaterThan(0.05)
  expect(share('6421')).toBeLessThan(0.1)
  expect(share('46')).toBeGreaterThan(0.08)
  expect(share('61', '62')).toBeGreaterThan(0.15)
  for (const start of new Set(column(ledger, 'konto_nr'))) expect(sum(group(start))).toBeGreaterThan(0)
})

test('has seasons', () => {
  const months = (of: readonly Row[]) => new Set(of.map((row) => row['datum']!.slice(5, 7)))
  const bus = months(ledger.filter((row) => row['konto_text'] === 'Skolskjuts'))
  const snow = months(
    ledger.filter((row) => row['konto_text'] === 'Snöröjning och halkbekämpning' && !row['belopp']!.startsWith('-')),
  )
  const food = (month: string) => sum(group('6421').filter(({ datum }) => datum!.slice(5, 7) === month))
  expect(bus.has('07')).toBe(false)
  expect(snow.has('01') && !snow.has('06')).toBe(true)
  expect(food('07')).toBeLessThan(food('09') / 2)
})

test('has what a ledger is feared for', () => {
  const twice = ledger.length - new Set(sample.ledger.trim().split('\n').slice(1)).size
  const soleTraders = new Set(
    column(
      ledger.filter((row) => !row['leverantor_id']),
      'leverantor',
    ),
  )
  expect(ledger.filter((row) => row['belopp']!.startsWith('-'))).toHaveLength(26)
  expect(twice).toBe(6)
  expect(soleTraders).toEqual(
    new Set(['Lomberg, Karin (Kajans Hembageri)', 'Ängeborn, Nils (Ängeborns Mekaniska)', 'Skyddad uppgift']),
  )
  expect(ledger.filter((row) => row['konto_nr'] === '6511' && Number(row['belopp']) > 1e6)).toHaveLength(1)
  expect(group('45', '46', '5').every(({ avtal }) => !avtal)).toBe(true)
})

test('books on working days within the year, vouchers in order', () => {
  for (const { datum } of ledger) expect(new Date(datum!).getUTCDay() % 6).not.toBe(0)
  const days = column(ledger, 'datum')
  expect(days).toEqual(days.toSorted())
  expect(days[0]! >= '2025-09-01' && days.at(-1)! <= '2026-08-31').toBe(true)
})

test('keeps no framework agreement beyond four years, extensions included', () => {
  for (const row of register.filter(({ typ }) => typ === 'Ramavtal')) {
    const [year, month] = row['slut']!.split('-').map(Number)
    const extended = row['forlangning_manader']!.split('+').reduce(
      (so, months) => so + Number(months),
      year! * 12 + month!,
    )
    const [startYear, startMonth] = row['start']!.split('-').map(Number)
    expect(extended - (startYear! * 12 + startMonth!)).toBeLessThan(48)
  }
})

/** The digit sum with every second digit doubled; a valid number's ends in 0. */
const luhn = (number: string) =>
  [...number].reduce((so, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return so + Math.floor(value / 10) + (value % 10)
  }, 0)
