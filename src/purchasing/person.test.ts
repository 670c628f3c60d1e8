import fc from 'fast-check'
import { expect, test } from 'vitest'
import { personOf, stricter, type Named } from './person.js'

const TABLE: [string, Omit<Named, 'name'>, kind: string, mayPublish: boolean][] = [
  ['Lomberg, Karin (Kajans Hembageri)', {}, 'unknown', false],
  ['JAN BACKLUND RÖR OCH SVETS', { size: 'Mikroföretag' }, 'unknown', false],
  ['Göran Frisk Naturprenad', { size: 'Små företag' }, 'unknown', false],
  ['May Louise Henriksson - Psykoterapi', {}, 'unknown', false],
  ['A. Anderin Maritim', { size: 'Stora företag' }, 'unknown', false],
  ['C. Larsson med firma', {}, 'person', false],
  ['Anna Ek', { organisationNumber: '8501011234' }, 'person', false],
  ['Anna Ek AB', { organisationNumber: '198501011234' }, 'person', false],
  ['Anna Ek', { organisationNumber: '5565817870' }, 'company', true],
  ['Anna Ek AB', {}, 'company', true],
  ['Aktiebolaget Volvo', {}, 'company', true],
  ['GUSTAV HJERPE BUSSAKTIEBOLAG', {}, 'company', true],
  ['STOCKHOLMS STADSMISSION', {}, 'company', true],
  ['Mediflexible Bt.', {}, 'company', true],
  ['Trygg-Hansa', { size: 'Stora företag' }, 'unknown', true],
  ['SWISS RE', { size: 'Stora företag' }, 'unknown', true],
  ['C-J Natur', { size: 'Små företag' }, 'unknown', false],
  ['Othinds Consulting', { size: 'Mikroföretag' }, 'unknown', false],
  ['Sweatech', {}, 'unknown', false],
  ['Okänt utländskt nummer', { organisationNumber: '4711' }, 'unknown', false],
]
test.each(TABLE)('%s %o: %s, may be published: %s', (name, rest, kind, mayPublish) => {
  const found = personOf({ name, ...rest })
  expect([found.kind, found.mayPublish]).toEqual([kind, mayPublish])
  expect(found.because.key).toMatch(/^purchasing\.person\./)
})

test('no number with a month in digits three and four may ever be published', () => {
  const digits = (month: number, rest: number) => `85${String(month).padStart(2, '0')}${String(rest).padStart(6, '0')}`
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: 999_999 }),
      fc.string(),
      (month, rest, name) => {
        expect(personOf({ name, organisationNumber: digits(month, rest) }).mayPublish).toBe(false)
      },
    ),
  )
})

test('of two tellings a company number settles, otherwise the more careful stands, whichever came first', () => {
  const careful = personOf({ name: 'Sweatech' })
  const open = personOf({ name: 'Sweatech', size: 'Stora företag' })
  const numbered = personOf({ name: 'Sweatech', organisationNumber: '5565817870' })
  expect([stricter(careful, open), stricter(open, careful)]).toEqual([careful, careful])
  expect([stricter(careful, numbered), stricter(numbered, careful)]).toEqual([numbered, numbered])
})
