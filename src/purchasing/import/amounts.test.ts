import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountFormOf, hundredthsIn, numberIn, type AmountForm } from './amounts.js'

describe('a column shows its form', () => {
  test.each<[name: string, column: string[], form: AmountForm]>([
    ['Swedish', ['1 234,50', '7'], { decimal: ',', shownBy: '1 234,50' }],
    ['English', ['697.00', '1,490.00'], { decimal: '.', shownBy: '697.00' }],
    ['thousands twice', ['1,234', '1,234,567'], { decimal: '.', shownBy: '1,234,567' }],
    ['points for thousands', ['1.234', '1.234.567'], { decimal: ',', shownBy: '1.234.567' }],
    ['a nought before it is no thousand', ['1,234', '0,125'], { decimal: ',', shownBy: '0,125' }],
    ['four digits before it are no thousand', ['1234,567'], { decimal: ',', shownBy: '1234,567' }],
    ['spaces are thousands already', ['12\u00a0345,678'], { decimal: ',', shownBy: '12\u00a0345,678' }],
    ['whole numbers need none', ['1', '-20', '', 'x'], {}],
    ['nothing decides', ['1,234', '12,500'], { undecided: '1,234' }],
    ['both', ['1,5', '2.5', '1,234'], { contradiction: ['1,5', '2.5'] }],
  ])('%s', (_, column, form) => expect(amountFormOf(column)).toEqual(form))
})

const COMMA: AmountForm = { decimal: ',' }
const POINT: AmountForm = { decimal: '.' }

test.each<[written: string, form: AmountForm, hundredths: number | undefined]>([
  ['1234', COMMA, 123400],
  ['1 234,50', COMMA, 123450],
  ['1\u202f234,5', COMMA, 123450],
  ['1.234,50', COMMA, 123450],
  ['1,234', POINT, 123400],
  ['1,234', COMMA, undefined],
  ['1,230', COMMA, 123],
  ['1,234', {}, undefined],
  ['1.234', COMMA, 123400],
  ['1,234.50', COMMA, 123450],
  ["1'234.50", POINT, 123450],
  ['  519.89 ', POINT, 51989],
  ['(1,234.50)', POINT, -123450],
  ['1 234,50-', COMMA, -123450],
  ['\u2212 12,5', COMMA, -1250],
  ['\u201312', {}, -1200],
  ['£1,234.00', POINT, 123400],
  ['-£5.10', POINT, -510],
  ['1 234,50 kr', COMMA, 123450],
  ['1 234 kr', {}, 123400],
  ['SEK 12,00', COMMA, 1200],
  ['1 234:-', {}, 123400],
  ['-0,00', COMMA, 0],
  ['-0,50', COMMA, -50],
  [',50', COMMA, 50],
  ['1,2345', COMMA, undefined],
  ['1,23,45', POINT, undefined],
  ['1.5.2', POINT, undefined],
  ['(-5)', {}, undefined],
  ['--5', {}, undefined],
  ['mycket', {}, undefined],
  ['kr', {}, undefined],
  ['', {}, undefined],
  ['12 st', {}, undefined],
  ['99999999999999999', {}, undefined],
])('%s with %j is %s', (written, form, hundredths) => expect(hundredthsIn(written, form)).toBe(hundredths))

test('a quantity keeps every digit', () => {
  expect(numberIn('1 234,5678', COMMA)).toBe('1234.5678')
  expect(numberIn('-0,125', COMMA)).toBe('-0.125')
})

const STYLES = [
  [',', '\u00a0', COMMA],
  [',', '.', COMMA],
  ['.', ',', POINT],
  ['.', '', POINT],
] as const
test('every amount is read back from every style by the form of its own column', () => {
  const amounts = fc.array(fc.integer({ min: -1e11, max: 1e11 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(amounts, fc.constantFrom(...STYLES), (all, [decimal, thousands, form]) => {
      const column = all.map((amount) => {
        const [whole, rest] = (Math.abs(amount) / 100).toFixed(2).split('.')
        return `${amount < 0 ? '-' : ''}${whole!.replace(/\B(?=(\d{3})+$)/g, thousands)}${decimal}${rest}`
      })
      expect(amountFormOf(column).decimal).toBe(form.decimal)
      expect(column.map((written) => hundredthsIn(written, amountFormOf(column)))).toEqual(all.map((one) => one || 0))
    }),
  )
})
