import { describe, expect, it, test } from 'vitest'
import { wordsFor } from '../kit/words/index.js'
import { categoryOfAccount } from './account.js'
import { mappedAccount, readChartMapping } from './chart.js'

const rows = (text: string) => text.split('\n').map((line, at) => ({ line: at + 1, cells: line.split(';') }))

describe('a buyer’s own list of accounts', () => {
  const { mapping, refusals } = readChartMapping(
    rows('Konto;CPV;Namn\n6421;15000000-8;Livsmedel\n64*;39000000\n\nA44;79000000\n4511;85300000\n6499;ej inköp'),
  )
  test.each([
    ['6421', '15000000'],
    ['64210', '15000000'],
    ['6490', '39000000'],
    ['6499', 'not-a-purchase'],
    ['a44038', '79000000'],
    ['6300', undefined],
  ])('account %s is %s', (account, category) => {
    expect(refusals).toEqual([])
    expect(mappedAccount(mapping, account)?.category).toBe(category)
  })
  it('decides before Kommun-Bas what an account holds, and never that it may be published', () => {
    expect(categoryOfAccount({ code: '4511', text: 'Köpta platser' }, { mapping })).toMatchObject({
      kind: 'purchase',
      category: '85300000',
      publishable: 'never',
    })
    expect(categoryOfAccount({ code: 'A44038', text: 'Fees' }, { chart: 'unknown', mapping })).toMatchObject({
      kind: 'purchase',
      category: '79000000',
      publishable: 'yes',
    })
  })
})

/** What is written, and the line and column that are pointed at. */
test.each([
  ['6421;99999999', 1, 2],
  ['6421;', 1, 2],
  ['6421;15000000-1', 1, 2],
  ['konto;15000000', 1, 1],
  ['6421;15000000\n64 21;15000000', 2, 1],
  ['6421;15000000\n6421*;39000000', 2, 1],
])('%j is refused at line %i, column %i, and the rest is kept', (written, line, column) => {
  const { mapping, refusals } = readChartMapping(rows(`${written}\n7011;60000000`))
  expect(refusals.map((one) => [one.line, one.column])).toEqual([[line, column]])
  expect(mappedAccount(mapping, '7011')?.category).toBe('60000000')
  expect(wordsFor('sv').of(refusals[0]!.because)).toContain(`Rad ${line}, kolumn ${column}: `)
})
