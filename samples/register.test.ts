import { expect, test } from 'vitest'
import { readCode } from '../src/categories/index.js'
import { refused } from '../src/kit/refuse.js'
import { description } from './description.js'
import { awards, column, ledger, register, type Row } from './testing.js'

const { today, faults } = description()
const isFaulty = ({ titel }: Row) => faults.some(({ title }) => title === titel)
const sound = register.filter((row) => !isFaulty(row))
const quarterOf = (month: number) => `${Math.floor(month / 12)} ${Math.floor((month % 12) / 3)}`
const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

test('every contract has a number of its own', () => {
  expect(new Set(column(register, 'avtalsnummer')).size).toBe(register.length)
})

test('a quarter of the awarded procurements never came into the register', () => {
  const awarded = new Set(column(awards, 'Upphandlings-ID'))
  const registered = column(register, 'upphandling').filter((id) => awarded.has(id))
  expect(new Set(registered).size / awarded.size).toBeCloseTo(0.75, 1)
})

test('keeps no framework agreement beyond four years, extensions included', () => {
  for (const { slut, start, forlangning_manader } of sound.filter(({ typ }) => typ === 'Ramavtal')) {
    const options = forlangning_manader!.split('+').reduce((so, months) => so + Number(months), 0)
    expect(monthOf(slut!) + options - monthOf(start!)).toBeLessThan(48)
  }
})

test('holds contracts of three years back and years to come, some of them over and some without an end', () => {
  const ended = sound.filter(({ slut }) => slut && slut < today)
  const endless = sound.filter(({ slut }) => !slut)
  expect(ended.length).toBeGreaterThan(80)
  expect(endless.length).toBeGreaterThan(3)
  expect(ended.every(({ slut }) => slut! >= `${Number(today.slice(0, 4)) - 3}`)).toBe(true)
  expect(column(sound, 'slut').some((end) => end > `${Number(today.slice(0, 4)) + 2}-06`)).toBe(true)
})

test('gives something to act on in each of the next four quarters', () => {
  const acts = new Map<string, number>()
  for (const { slut, uppsagning_manader } of sound.filter(({ slut }) => slut! > today)) {
    const quarter = quarterOf(monthOf(slut!) - Number(uppsagning_manader))
    acts.set(quarter, (acts.get(quarter) ?? 0) + 1)
  }
  for (const later of [0, 3, 6, 9]) expect(acts.get(quarterOf(monthOf(today) + later))).toBeGreaterThan(5)
})

test('some contracts have run out and are still bought on', () => {
  const lapsed = description().subjects.filter((subject) => subject.lapsed)
  expect(lapsed.length).toBeGreaterThan(5)
  for (const { title } of lapsed) {
    const last = sound.filter(({ titel }) => titel === title).at(-1)!
    expect(last['slut']! < today).toBe(true)
    const later = ledger.some(
      ({ leverantor_id, datum }) => leverantor_id === last['leverantor_id'] && datum! > '2026-09',
    )
    expect(later).toBe(true)
  }
})

test('has the typing faults it describes, and no other', () => {
  const codes = register.filter(({ cpv }) => {
    const read = readCode(cpv!)
    return refused(read) || read.problem !== undefined
  })
  const said = (column: string) => faults.filter((fault) => fault.column === column).map(({ title }) => title)
  expect(column(codes, 'titel').sort()).toEqual(said('cpv').sort())
  const unreadable = register.filter(
    (row) => !/^\d+$/.test(row['uppsagning_manader']!) && row['uppsagning_manader'] !== '',
  )
  expect(column(unreadable, 'titel')).toEqual(said('uppsagning_manader'))
})

test('each contract has a kind and an office that answers for it, and nobody by name', () => {
  const { ownCategories } = description()
  const kinds = new Set(ownCategories.map(({ name }) => name))
  expect(column(register, 'egen_kategori').every((kind) => kinds.has(kind))).toBe(true)
  expect(column(register, 'ansvarig').every((office) => office !== '')).toBe(true)
  expect(register.filter((row) => row['egen_kategori'] === 'Övrigt').length).toBeLessThan(register.length / 20)
})
