import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateFormOf, dayIn, dayOfSerial } from './dates.js'

describe('a column shows its form', () => {
  test.each([
    ['day first', ['03/04/2024', '25/04/2024'], { order: 'dmy', shownBy: '25/04/2024' }],
    ['month first', ['03/04/2024', '04/25/2024'], { order: 'mdy', shownBy: '04/25/2024' }],
    ['nothing decides', ['03/04/2024', '04/05/2024'], { undecided: '03/04/2024' }],
    ['the same either way', ['03/03/2024'], {}],
    ['both', ['25/04/2024', '04/25/2024'], { contradiction: ['25/04/2024', '04/25/2024'] }],
    ['points are day first', ['03.04.2024'], {}],
    ['years first', ['24-03-15', '24-03-31', '23-12-01'], { order: 'ymd' }],
    ['years last', ['01/03/24', '25/03/24', '28/03/24'], { order: 'dmy' }],
    ['years first or last', ['24-03-15'], { undecided: '24-03-15' }],
    ['years and months', ['202401', '202412'], { six: 'yyyymm' }],
    ['years of two digits', ['240131', '202412'], { six: 'yymmdd' }],
    ['serial numbers', ['45352', '45353.5', ''], { isSerial: true }],
    ['one that is no serial number', ['45352', '2024-01-01'], { isSerial: false }],
  ])('%s', (_, column, form) => expect(dateFormOf(column)).toMatchObject(form))
  test('what can be read in one way only does not ask', () => {
    for (const column of [['03/03/2024'], ['03.04.2024'], ['2024-03-04']])
      expect(dateFormOf(column).undecided).toBeUndefined()
  })
})

test.each<[written: string, column: string[], on: string | undefined, precision?: 'month']>([
  ['2024-03-01', [], '2024-03-01'],
  ['2024/3/1', [], '2024-03-01'],
  ['20240301', [], '2024-03-01'],
  ['2024-03-01T00:00:00', [], '2024-03-01'],
  ['2024-03-01 18:30:00.000', [], '2024-03-01'],
  ['01/03/2024 00:00', ['13/03/2024'], '2024-03-01'],
  ['2024-03', [], '2024-03-01', 'month'],
  ['202403', ['202403'], '2024-03-01', 'month'],
  ['240301', ['240301', '240331'], '2024-03-01'],
  ['01/03/2024', ['13/03/2024'], '2024-03-01'],
  ['01/03/2024', ['03/13/2024'], '2024-01-03'],
  ['01/03/2024', [], undefined],
  ['13/03/2024', [], '2024-03-13'],
  ['1-3-24', ['25-3-24', '1-3-24'], '2024-03-01'],
  ['24-03-01', ['24-03-15', '24-03-31', '24-03-01'], '2024-03-01'],
  ['24-03-01', [], undefined],
  ['1.3.2024', ['03/13/2024'], '2024-03-01'],
  ['2 jan 2024', [], '2024-01-02'],
  ['02-Jan-24', [], '2024-01-02'],
  ['den 2 januari 2024', [], '2024-01-02'],
  ['January 2, 2024', [], '2024-01-02'],
  ['2nd May 2024', [], '2024-05-02'],
  ['Jan-24', [], '2024-01-01', 'month'],
  ['okt 2024', [], '2024-10-01', 'month'],
  ['maj-24', [], '2024-05-01', 'month'],
  ['45352', ['45352'], '2024-03-01'],
  ['45352', ['45352', '2024-01-01'], undefined],
  ['2024-02-30', [], undefined],
  ['29/02/2023', ['29/02/2023'], undefined],
  ['31.04.2024', [], undefined],
  ['2024-13', [], undefined],
  ['2 foo 2024', [], undefined],
  ['12', [], undefined],
  ['', [], undefined],
])('%s in %j is %s', (written, column, on, precision) => {
  expect(dayIn(written, dateFormOf(column))).toEqual(on && { on, precision: precision ?? 'day' })
})

test('serial numbers leave out the 29 February 1900 that never was', () => {
  expect([1, 59, 61, 45352].map((serial) => dayOfSerial(serial))).toEqual([
    '1900-01-01',
    '1900-02-28',
    '1900-03-01',
    '2024-03-01',
  ])
  expect(dayOfSerial(0, true)).toBe('1904-01-01')
})

const days = fc
  .integer({ min: 7305, max: 47482 })
  .map((since) => new Date(since * 86_400_000).toISOString().slice(0, 10))
test('every day is read back from every order, unless the column does not say which', () => {
  fc.assert(
    fc.property(fc.array(days, { minLength: 1, maxLength: 12 }), fc.constantFrom('dmy', 'mdy'), (all, order) => {
      const column = all.map((on) => {
        const [year, month, date] = on.split('-')
        return order === 'dmy' ? `${date}/${month}/${year}` : `${month}/${date}/${year}`
      })
      const form = dateFormOf(column)
      expect(form.contradiction).toBeUndefined()
      for (const [at, written] of column.entries()) {
        const read = dayIn(written, form)
        expect(read?.on ?? (form.undecided && all[at])).toBe(all[at])
      }
    }),
  )
})
