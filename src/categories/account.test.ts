import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { categoryOfAccount } from './account.js'

test.each([
  ['6412', 'Livsmedel', 'purchase', '15', 'yes'],
  ['6415', 'Arbetskläder', 'purchase', '18', 'yes'],
  ['6431', 'Läkemedel', 'purchase', '33', 'yes'],
  ['6115', 'Snöröjning', 'purchase', '90', 'yes'],
  ['6121', 'Städning', 'purchase', '90', 'yes'],
  ['6210', 'El', 'purchase', '09', 'yes'],
  ['7011', 'Skolskjutsar', 'purchase', '60', 'yes'],
  ['7310', 'Försäkringspremier', 'purchase', '66', 'yes'],
  ['7433', 'Datakonsulter', 'purchase', undefined, 'yes'],
  ['6500', 'Övrigt', 'purchase', '30', 'yes'],
  ['6011', 'Lokalhyror', 'rent', '70', 'yes'],
  ['4633', 'Familjehem', 'purchase', '85', 'never'],
  ['4514', 'Försörjningsstöd', 'not-a-purchase', undefined, 'never'],
  ['5011', 'Månadslön', 'not-a-purchase', undefined, 'never'],
  ['7910', 'Avskrivningar', 'not-a-purchase', undefined, 'yes'],
  ['8510', 'Räntekostnader', 'not-a-purchase', undefined, 'yes'],
  ['1510', 'Kundfordringar', 'not-a-purchase', undefined, 'never'],
  ['7630', 'Ersättning kontaktpersoner', 'purchase', undefined, 'never'],
  ['6900', 'Vet ej', 'purchase', '34', 'yes'],
  ['konto', 'Vad som helst', 'unknown', undefined, 'never'],
  ['4711', 'Främmande grupp', 'unknown', undefined, 'never'],
])('%s %s', (code, text, kind, division, publishable) => {
  const read = categoryOfAccount({ code, text })
  expect([read.kind, read.publishable]).toEqual([kind, publishable])
  if (division) expect(read.category?.slice(0, 2)).toBe(division)
})

describe('every account', () => {
  it('is answered with a reason, and never published when it is not understood', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.nat(9999).map(String)), fc.string({ unit: 'binary' }), (code, text) => {
        const read = categoryOfAccount({ code, text })
        expect(read.because.length).toBeGreaterThan(0)
        if (read.kind === 'unknown') expect(read.publishable).toBe('never')
        if (read.kind === 'not-a-purchase') expect(read.category).toBeUndefined()
      }),
    )
  })
  it('in group 46 is never publishable, whatever its text says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4600, max: 4699 }), fc.string(), (code, text) => {
        expect(categoryOfAccount({ code: String(code), text }).publishable).toBe('never')
      }),
    )
  })
})
