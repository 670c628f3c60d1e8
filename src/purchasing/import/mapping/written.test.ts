import { expect, test } from 'vitest'
import { withoutPersonal } from './free-text.js'
import { amountIn, isRedacted, monthsIn } from './written.js'

test.each<[string, string, number | undefined]>([
  ['1 000', '', 100_000],
  ['1 000 kr', 'Takbelopp', 100_000],
  ['1200', 'Takbelopp (tkr)', 120_000_000],
  ['1,2 mkr', 'Takbelopp (tkr)', 120_000_000],
  ['0,00005 mkr', '', 5_000],
  ['500 tkr', '', 50_000_000],
  ['-500,50', '', -50_050],
  ['0', 'tkr', 0],
  ['0,005', '', undefined],
  ['enligt offert', 'tkr', undefined],
  ['', '', undefined],
])('“%s” under “%s”', (text, column, hundredths) => {
  expect(amountIn(text, { decimal: ',' }, column)).toBe(hundredths)
})

test.each<[string, number | undefined]>([
  ['3', 3],
  ['3 mån', 3],
  ['6 months', 6],
  ['1 år', 12],
  ['0', 0],
  ['Ingen', 0],
  ['90 dagar', undefined],
  ['3+3 mån', undefined],
])('a notice of “%s”', (text, months) => {
  expect(monthsIn(text)).toBe(months)
})

test.each<[string, string]>([
  ['Vård åt 850101-1234 i maj', 'Vård åt ••• i maj'],
  ['19850101-1234, 198501011234', '•••, •••'],
  ['samordningsnummer 850161-1234', 'samordningsnummer •••'],
  ['850101+1234', '•••'],
  ['850101–1234', '•••'],
  ['850709 9805', '•••'],
  // Ten bare digits are masked only with the right check digit: the first is such a number, the second an order.
  ['order 8507099805', 'order •••'],
  ['order 8507099806', 'order 8507099806'],
  ['organisationsnummer 556581-7870', 'organisationsnummer 556581-7870'],
  ['GTIN 7310865004703', 'GTIN 7310865004703'],
  ['F850101-12345', 'F850101-12345'],
])('“%s” is kept as “%s”', (text, kept) => {
  expect(withoutPersonal(text)).toBe(kept)
})

test('what an English ledger withholds is no name', () => {
  expect(['REDACTED PERSONAL DATA', '[Redacted]', 'Name withheld', 'GDPR'].every(isRedacted)).toBe(true)
  expect(['PERSONNEL SOLUTIONS LIMITED', 'RED ACTED LTD', 'PERSON CENTRED SOFTWARE LIMITED'].some(isRedacted)).toBe(
    false,
  )
})
