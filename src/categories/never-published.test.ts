import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { refused } from '../kit/refuse.js'
import { wordsFor } from '../kit/words/index.js'
import { categoryOfAccount, type Chart } from './account.js'
import { neverPublishedBecause, readNeverPublished } from './never-published.js'

/** Account, its text, its chart, and why its lines are kept; '' where an officer may publish them. */
test.each<[string, string, Chart, string]>([
  ['4633', 'Köp av verksamhet', 'kommun-bas', 'care'],
  ['4511', 'Bidrag till föreningar', 'kommun-bas', 'benefit'],
  ['5011', 'Månadslön', 'kommun-bas', 'pay'],
  ['7630', 'Konsulentstödda familjehem', 'kommun-bas', 'placement'],
  ['7630', 'Placering vuxna', 'kommun-bas', 'placement'],
  ['7630', 'HVB-placering, barn', 'kommun-bas', 'placement'],
  ['7630', 'Försörjningsstöd, hyra', 'kommun-bas', 'benefit'],
  ['7630', 'Skyddat boende', 'kommun-bas', 'protected'],
  ['7630', 'Skyddade boenden, köp av plats', 'kommun-bas', 'protected'],
  ['6115', 'Larm i skyddade lägenheter', 'kommun-bas', 'protected'],
  ['7630', 'Ersättning kontaktpersoner', 'kommun-bas', 'care'],
  ['7630', 'Insatser enligt LSS', 'kommun-bas', 'care'],
  ['7630', 'Personlig assistans', 'kommun-bas', 'care'],
  ['7630', 'Ledsagarservice', 'kommun-bas', 'care'],
  ['7630', 'Avlösare i hemmet', 'kommun-bas', 'care'],
  ['7435', 'Skyddsvakter', 'kommun-bas', 'security'],
  ['7435', 'Säkerhet', 'kommun-bas', 'security'],
  ['7431', 'Bevakning och rondering', 'kommun-bas', 'security'],
  ['7640', 'Skadestånd', 'kommun-bas', 'damages'],
  ['4600', 'Foster care allowances', 'unknown', 'placement'],
  ['A61060', 'Support for Children in Care', 'unknown', 'care'],
  ['A62000', 'Women’s refuge', 'unknown', 'protected'],
  ['6421', 'Livsmedel', 'kommun-bas', ''],
  ['6441', 'Arbetskläder och skyddsutrustning', 'kommun-bas', ''],
  ['7432', 'Trygghetslarm och larmmottagning', 'kommun-bas', ''],
  ['6135', 'Trafiksäkerhetsåtgärder', 'kommun-bas', ''],
  ['6136', 'Solskydd', 'kommun-bas', ''],
  ['4600', 'Agency staff', 'unknown', ''],
  ['5100', 'Catering provisions', 'unknown', ''],
  ['A16015', 'Staff training expenses - non payroll', 'unknown', ''],
  ['A47000', 'Refuse collection', 'unknown', ''],
])('%s %s (%s): %s', (code, text, chart, reason) => {
  const { publishable, publishableBecause } = categoryOfAccount({ code, text }, { chart })
  expect(publishable).toBe(reason ? 'never' : 'yes')
  if (reason) expect(publishableBecause.args).toMatchObject({ reason })
})

describe('the list of an installation', () => {
  const own = readNeverPublished('# ours\nslott*, 61\tsecurity\r\n')
  if (refused(own)) throw new Error('refused')

  it('stands instead of the shipped one', () => {
    const judged = (code: string, text: string) => categoryOfAccount({ code, text }, { never: own }).publishable
    expect(judged('6412', 'Slottsmöbler')).toBe('never')
    expect(judged('6115', 'Snöröjning')).toBe('never')
    expect(judged('7435', 'Skyddsvakter')).toBe('yes')
  })
  it('says why in a sentence of the reader', () => {
    expect(wordsFor('sv').of(neverPublishedBecause({ text: 'Slottet' }, own)!)).toBe(
      'Kontots text innehåller ”Slottet”, som brukar gälla skydd och säkerhet. En rad publiceras aldrig.',
    )
  })
  test.each([
    ['familjehem', 1],
    ['# head\nfamiljehem\tplacement\nlarm\tbecause', 3],
    ['familjehem\tplacement\textra', 1],
    ['*hem\tplacement', 1],
    ['\tplacement', 1],
  ])('is refused whole, with the line: %j', (list, line) => {
    const read = readNeverPublished(list)
    expect(refused(read) && read.because.args).toMatchObject({ line })
  })
})

it('an account that is not understood is never published, in any chart', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom<Chart>('kommun-bas', 'unknown'),
      (code, text, chart) => {
        const read = categoryOfAccount({ code, text }, { chart })
        if (read.kind === 'unknown') expect(read.publishable).toBe('never')
      },
    ),
  )
})
