import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsFor } from '../../../kit/words/index.js'
import { extensionMonths, type ExtensionAsked } from './extension.js'

// As written, what else is known (months between start and end), and the extensions in months; 'unread' where a person must look.
const TABLE: [string, ExtensionAsked, readonly number[] | 'unread'][] = [
  // The contract's own term stands first.
  ['2+1+1 år', {}, [12, 12]],
  ['2 + 1 + 1 years', {}, [12, 12]],
  ['2+1+1', {}, [12, 12]],
  ['24+12+12', {}, [12, 12]],
  ['2 år + 12 mån', {}, [12]],
  ['2år+1år+1år', { term: 24 }, [12, 12]],
  ['1+1 år', { term: 12 }, [12]],
  ['2 år (+ 1 + 1 år)', {}, [12, 12]],
  ['2 år (option 1+1 år)', {}, [12, 12]],
  ['12+12 mån', { term: 12 }, [12]],
  ['2 år, 1 år och 1 år', { term: 24 }, [12, 12]],
  // Extensions only, by the word or by the dates.
  ['option 1 år x 2', {}, [12, 12]],
  ['Option 2 x 12 månader', {}, [12, 12]],
  ['option 1+1 år', {}, [12, 12]],
  ['+1+1 år', {}, [12, 12]],
  ['+12+12 mån', { term: 24 }, [12, 12]],
  ['1+1 år', { term: 36 }, [12, 12]],
  ['12+12 mån', { term: 48 }, [12, 12]],
  ['2 x 1 år', {}, [12, 12]],
  ['2 × 12 mån', {}, [12, 12]],
  ['1 år, 2 ggr', {}, [12, 12]],
  ['12 månader i taget, högst 2 gånger', {}, [12, 12]],
  ['förlängning två gånger om ett år', {}, [12, 12]],
  ['Kan förlängas med 24 månader', {}, [24]],
  ['Optionsår 1+1', {}, [12, 12]],
  ['1 års option', {}, [12]],
  ['2 år med option på 1+1 år', {}, [12, 12]],
  ['2 år, förlängning 12 + 6 mån', {}, [12, 6]],
  ['may be extended by up to 2 years', {}, [24]],
  ['6 mån', {}, [6]],
  ['1 year', {}, [12]],
  // The heading says that these are extensions in months.
  ['12+12', { unit: 'months', term: 24 }, [12, 12]],
  ['24', { unit: 'months' }, [24]],
  ['1', { unit: 'years' }, [12]],
  // None.
  ['', {}, []],
  ['Nej', {}, []],
  ['-', {}, []],
  ['0', {}, []],
  ['Ingen option', {}, []],
  // What a person must look at.
  ['12+12 mån', {}, 'unread'],
  ['1+1 år', {}, 'unread'],
  ['2+1+1 år', { term: 48 }, 'unread'],
  ['2+1+1 år', { term: 36 }, 'unread'],
  ['12+12 mån', { term: 24 }, 'unread'],
  ['24', {}, 'unread'],
  ['24 mån (12+12)', {}, 'unread'],
  ['3+6', {}, 'unread'],
  ['Ja', {}, 'unread'],
  ['Tills vidare', {}, 'unread'],
  ['automatisk förlängning 1 år', {}, 'unread'],
  ['enligt villkoren', {}, 'unread'],
  ['option finns', {}, 'unread'],
  ['2025-12-31', {}, 'unread'],
  ['2+1+? år', {}, 'unread'],
  ['1000 x 1 år', {}, 'unread'],
]
test.each(TABLE)('“%s” %o', (clause, known, months) => {
  const read = extensionMonths(clause, known)
  expect(read.months ?? 'unread').toEqual(months)
  expect(wordsFor('sv').of(read.because)).not.toBe('')
})

test('spaces and capitals change nothing', () => {
  for (const [clause, known] of TABLE)
    expect(extensionMonths(`  ${clause.toUpperCase().replaceAll('+', ' + ')} `, known).months).toEqual(
      extensionMonths(clause, known).months,
    )
})

test('a clause with its term is the same as its extensions alone, and never longer than what is written', () => {
  const length = fc.integer({ min: 1, max: 4 })
  fc.assert(
    fc.property(fc.array(length, { minLength: 1, maxLength: 4 }), (years) => {
      const months = years.map((one) => one * 12)
      const term = 60
      const clause = years.join('+')
      expect(extensionMonths(`5+${clause} år`, { term }).months).toEqual(months)
      expect(extensionMonths(`option ${clause} år`).months).toEqual(months)
      expect(extensionMonths(months.join('+'), { unit: 'months' }).months).toEqual(months)
    }),
  )
})

test('anything at all gives an answer of whole, positive months', () => {
  fc.assert(
    fc.property(fc.string(), fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined }), (clause, term) => {
      const { months = [] } = extensionMonths(clause, { term })
      expect(months.every((one) => Number.isInteger(one) && one > 0 && one <= 240)).toBe(true)
    }),
  )
})
