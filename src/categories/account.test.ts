import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { categoryOfAccount } from './account.js'
import { suggestCategories } from './suggest.js'

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

/** The chart of a made-up city, text by text: the beginning of the code a buyer would look under; '' where none is said. */
test.each([
  ['4032', 'Byggnader, pågående nyanläggning', '4521'],
  ['4101', 'Byggnads- och anläggningsmaterial', '441'],
  ['4104', 'Elmätare', '38554'],
  ['6121', 'Löpande byggunderhåll', '454'],
  ['6121', 'Lägenhetsunderhåll', '454'],
  ['6131', 'Beläggning, gator och vägar', '45233222'],
  ['6241', 'Vatten och avlopp', '651'],
  ['6412', 'Vårdsängar och madrasser', '33192'],
  ['6441', 'Arbetskläder och skyddsutrustning', '181'],
  ['7013', 'Båttransporter till Sälgö', '606'],
  ['7111', 'Representation, extern', '55'],
  ['7432', 'Trygghetslarm och larmmottagning', '79711'],
  ['7433', 'Digital tillsyn och kallelselarm', ''],
  ['7630', 'Diverse', ''],
  ['7512', 'Inhyrd personal, socionomer', '7962'],
])('%s %s is bought under %s', (code, text, beginning) => {
  const { category, confidence } = categoryOfAccount({ code, text })
  if (beginning) expect(category?.slice(0, beginning.length)).toBe(beginning)
  else expect([category, confidence]).toEqual([undefined, 'unknown'])
})

/** Accounts of English councils, whose codes say nothing: what is bought there, whether it is bought, may it be published. */
test.each([
  ['4600', 'Agency staff', 'purchase', '7962', 'yes'],
  ['1500', 'Catering provisions', 'purchase', '15', 'yes'],
  ['A44030', 'Food and provisions', 'purchase', '15', 'yes'],
  ['5010', 'Grounds maintenance', 'purchase', '773', 'yes'],
  ['A43010', 'Printing', 'purchase', '798', 'yes'],
  ['A46100', 'Main / Term Contractor', 'purchase', '45', 'yes'],
  ['A20010', 'Property Repairs, Maintenance & Alterations (Reactive)', 'purchase', '507', 'yes'],
  ['A16015', 'Staff Training Expenses - Non Payroll', 'purchase', '805', 'yes'],
  ['4500', 'Legal & Conveyancing Charges', 'purchase', '791', 'yes'],
  ['4500', 'First Aid Equipment', 'purchase', '3314', 'yes'],
  ['4610', 'Private contractors', 'purchase', '', 'yes'],
  ['8000', 'Other supplies & services', 'purchase', '', 'yes'],
  ['4620', 'Foster care allowances', 'not-a-purchase', '', 'never'],
  ['A61060', 'Support for Children in Care', 'purchase', '853', 'never'],
  ['A62110', 'Grants to voluntary organisations', 'not-a-purchase', '', 'yes'],
  ['6421', 'Internal Recharges - Public Health', 'not-a-purchase', '', 'yes'],
  ['6421', 'Building Rents', 'rent', '', 'yes'],
  ['6421', 'Fees', 'unknown', '', 'never'],
  ['6421', '', 'unknown', '', 'never'],
])('in a chart we do not know, %s %s', (code, text, kind, beginning, publishable) => {
  const read = categoryOfAccount({ code, text }, { chart: 'unknown' })
  expect([read.kind, read.publishable]).toEqual([kind, publishable])
  expect(read.category?.slice(0, beginning.length) ?? '').toBe(beginning)
})

it('takes no unknown word for a known one that is spelt nearly so, as it does in an idea', () => {
  expect(suggestCategories({ title: 'Furnitrue', text: '' })[0]?.code.slice(0, 2)).toBe('39')
  expect(categoryOfAccount({ code: '6411', text: 'Furnitrue' }).category).toBeUndefined()
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
