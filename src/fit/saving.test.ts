import { expect, test } from 'vitest'
import type { SavingFound, Switched } from '../impact/index.js'
import { savingAt } from './saving.js'

const saves = (yearly: number) => ({ saving: { yearly, whole: yearly } }) as Switched
const found = (told: Partial<SavingFound>) => (): SavingFound => ({ switches: [], inQuantities: true, ...told })

test('the largest saving is told with how many others there are; a switch that brings more is none', () => {
  const switches = [saves(900), saves(20), saves(-5)]
  expect(savingAt([], found({ switches }))).toEqual({ kind: 'known', largest: switches[0], others: 1 })
})

test('otherwise what is missing: quantities, or a switch for what they are of', () => {
  expect(savingAt([], found({ inQuantities: false }))).toEqual({ kind: 'missing', what: 'quantities' })
  expect(savingAt([], found({ switches: [saves(-5)] }))).toEqual({ kind: 'missing', what: 'switch' })
})

test('a contract that several suppliers hold is asked about once', () => {
  const asked: (readonly string[])[] = []
  savingAt([{ address: 'a' }, { address: 'b' }, { address: 'a' }], (addresses) => {
    asked.push(addresses)
    return { switches: [], inQuantities: false }
  })
  expect(asked).toEqual([['a', 'b']])
})
