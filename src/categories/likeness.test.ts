import fc from 'fast-check'
import { expect, test } from 'vitest'
import { likeness, sharedWords, tellingWords } from './likeness.js'

test.each([
  ['the people served make nothing alike', 'Möbler till förskolor och äldreboenden', 'Färs till förskolor', []],
  ['nor do words of every second contract', 'Leverans av utrustning', 'Utrustning och system', []],
  ['nor a part that is no thing of its own', 'Munskydd och visir', 'Inkontinensskydd', []],
  ['a whole word', 'Snöröjning och halkbekämpning', 'Sensorstyrd snöröjning', ['snöröjning']],
  ['another form of it', 'Cyklar till personalen', 'En cykel', ['cyklar']],
  ['a thing inside a compound', 'Kontorsmöbler', 'Begagnade möbler', ['kontorsmöbler']],
])('%s', (_, title, idea, expected) => {
  expect(sharedWords(title, tellingWords(idea)).map(({ word }) => word)).toEqual(expected)
})

test('a whole word is told from a part', () => {
  expect(sharedWords('Möbler, kontorsmöbler och möbelvård', ['möbler'])).toEqual([
    { word: 'möbler', whole: true, thing: true },
    { word: 'kontorsmöbler', whole: false, thing: true },
    { word: 'möbelvård', whole: false, thing: false },
  ])
})

test('one word in common among several is a weak likeness, the same title a full one', () => {
  const idea = tellingWords('Antennpark och markstation för satelliter')
  expect(likeness('Drivmedel vid station', idea)).toBe(0)
  expect(likeness('Skötsel av antennpark', idea)).toBeLessThanOrEqual(0.5)
  expect(likeness('Läkemedelsrobot och dosdispenser', tellingWords('Läkemedelsrobot och dosdispenser'))).toBe(1)
})

test('likeness lies between 0 and 1', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const alike = likeness(a, tellingWords(b))
      expect(alike).toBeGreaterThanOrEqual(0)
      expect(alike).toBeLessThanOrEqual(1)
    }),
  )
})
