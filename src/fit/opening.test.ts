/** The rules of an opening as tables that a buyer can read. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { code, meaningsIn, tellingWords, type Relation } from '../categories/index.js'
import { day } from '../kit/day.js'
import { KIN, kinOf, KINS } from './kin.js'
import { judge, type Asked, type Candidate } from './opening.js'

const TODAY = day('2026-11-23')
const candidate = (category: string, more: Partial<Candidate> = {}): Candidate => ({
  title: 'Avtal',
  category: code(category),
  dynamicSystem: false,
  sector: 'municipality',
  terms: [],
  ...more,
})
const asked = (category: string, idea = '', relation: Relation = 'is', sectors: string[] = []): Asked => ({
  confirmed: [{ code: code(category), relation }],
  titleWords: tellingWords(idea),
  textWords: [],
  titleMeanings: meaningsIn(idea),
  textMeanings: new Map(),
  sectors,
  today: TODAY,
  language: 'en',
})

test.each([
  ['same', '39130000', '39130000'],
  ['within', '39131000', '39130000'],
  ['holds', '15331000', '15331100'],
  ['above', '15330000', '15331150'],
  ['above', '34144000', '34144910'],
  ['above', '33190000', '33195000'],
  ['wide', '39100000', '39130000'],
  ['division', '15000000', '15331150'],
  ['collective', '15800000', '15331150'],
  ['sibling', '33196200', '33196100'],
  ['part', '39160000', '39100000'],
  ['somewhere', '48814000', '48000000'],
  ['somewhere', '48000000', '48000000'],
  ['class', '33192000', '33196000'],
  ['group', '45330000', '45320000'],
  ['near', '15500000', '15110000'],
  ['unrelated', '45000000', '39130000'],
] as const)('a contract for %s', (kin, contract, idea) => {
  expect(kinOf(code(contract), code(idea))).toBe(kin)
})

describe('an opening', () => {
  test.each([
    ['the very category', '39130000', 'Avtal', '39130000', '', true],
    ['a class just above it', '15331000', 'Avtal', '15331100', '', true],
    ['a class of many kinds', '34144000', 'Flygplatsbogserare', '34144910', 'Förarlösa bussar', false],
    ['a class of many kinds, and the title says the idea', '34144000', 'Bussar', '34144910', 'Förarlösa bussar', true],
    ['a class of many kinds that is meant', '15330000', 'Beredda grönsaker', '15331150', '', true],
    ['a part of a division that is another part', '33000000', 'Läkemedel', '33771000', '', false],
    ['a part of a division that is its own', '33000000', 'Hygienartiklar, papper', '33771000', '', true],
    ['its neighbour', '33196200', 'Avtal', '33196100', '', true],
    ['a whole division chosen in haste', '32000000', 'Personlarm', '32533000', '', false],
    ['a division of whose parts the title names one', '79000000', 'Rekryteringstjänster', '79550000', '', false],
    ['a whole division that is meant', '15000000', 'Livsmedel, fullsortiment', '15331150', '', true],
    ['a collective category that is meant', '15800000', 'Livsmedel – kolonialvaror', '15331150', '', true],
    ['a collective category of something else', '33190000', 'Munskydd', '33141621', '', false],
    ['the same group only', '45330000', 'Stambyte', '45320000', 'Isolering', false],
    ['the same group, and the title says the idea', '45330000', 'Isolering av rör', '45320000', 'Isolering', true],
    ['the same division only', '39800000', 'Isolering', '39130000', 'Isolering', false],
    ['another division', '45000000', 'Kontorsmöbler', '39130000', 'Kontorsmöbler', false],
  ])('%s', (_, contract, title, idea, ideaTitle, expected) => {
    expect(judge(candidate(contract, { title }), asked(idea, ideaTitle)).opening).toBe(expected)
  })

  test('a service that could bring the idea is one only when bought for just that, or when its title says so', () => {
    const homes = (title: string) => judge(candidate('85311000', { title }), asked('85311100', 'Dans', 'served-as'))
    expect(homes('Konsulentstödda familjehem').opening).toBe(false)
    expect(homes('Äldreboende med dans').opening).toBe(true)
    expect(judge(candidate('85311100'), asked('85311100', 'Dans', 'served-as')).opening).toBe(true)
  })

  test('what an idea only needs is no way in where it is not bought for just that', () => {
    expect(judge(candidate('79710000'), asked('79711000', '', 'needs')).opening).toBe(false)
  })
})

describe('a word of the same meaning', () => {
  const judged = (title: string, idea: string, category = '39100000') =>
    judge(candidate(category, { title }), asked('39100000', idea))
  const meaning = (title: string, idea: string) => judged(title, idea).because.find(({ rule }) => rule === 'meaning')

  test.each([
    ['in the other language', 'Begagnade möbler', 'Reused furniture', 2],
    ['in other words', 'Begagnade möbler', 'Återbrukade möbler', 2],
    ['of what is done', 'Besiktning av möbler', 'Inspection of furniture', 1],
    ['that stands everywhere', 'Digitala möbler', 'Digital furniture', 0.5],
    ['no more than three points for many', 'Begagnade, tvättbara elmöbler', 'Reused, washable, electric', 3],
    ['not twice, where the word itself is shared', 'Återbrukade möbler', 'Återbrukade möbler', undefined],
    ['none', 'Nya möbler', 'Reused furniture', undefined],
  ])('%s', (_, title, idea, points) => {
    expect(meaning(title, idea)?.points).toBe(points)
  })
  test('is told as what it is', () => {
    expect(meaning('Begagnade möbler', 'Reused furniture')?.args).toEqual({ pairs: 'reused ↔ begagnade' })
  })
  test.each([
    ['all that it says is the idea', 'Läkemedelsrobot', 'Läkemedelsrobot i hemmet', 'fit.because.wholeTitle'],
    ['in other words too', 'Återbrukade stolar', 'Begagnade stolar', 'fit.because.wholeTitle'],
    ['it says more', 'Stolar och datorer', 'Begagnade stolar', 'fit.because.words'],
    ['it says a part of a word', 'Möbelvård', 'Begagnade möbler', 'fit.because.words'],
  ])('the title: %s', (_, title, idea, key) => {
    expect(judged(title, idea).because.find(({ rule }) => rule === 'words')?.key).toBe(key)
  })
  test('a title that is all the idea’s own comes before the very category', () => {
    const own = judged('Läkemedelsrobot', 'Läkemedelsrobot i hemmet', '39000000').points
    expect(own).toBeGreaterThan(judged('Avtal', 'Läkemedelsrobot i hemmet').points)
  })
  test('puts the contract for it first, and makes no opening by itself', () => {
    const idea = 'Reused office furniture'
    expect(judged('Återbrukade möbler', idea).points).toBeGreaterThan(judged('Möbelvård', idea).points)
    expect(judged('Begagnade rör', idea, '39290000').opening).toBe(false)
  })
})

test('a whole gives way where a part of it was chosen too', () => {
  const both = {
    ...asked('80500000'),
    confirmed: ['80500000', '80562000'].map((one) => ({ code: code(one), relation: 'is' as const })),
  }
  const points = (category: string) => judge(candidate(category), both).points
  expect(points('80562000')).toBe(judge(candidate('80562000'), asked('80562000')).points)
  expect(points('80500000')).toBe(judge(candidate('80500000'), asked('80500000')).points - 1)
})

describe('the order', () => {
  const points = (contract: string, relation: Relation, more: Partial<Candidate> = {}, sectors: string[] = []) =>
    judge(candidate(contract, more), asked('15110000', '', relation, sectors)).points

  test('what the idea would replace is a stronger point than a neighbour of what it is, and weaker than what it is', () => {
    const sibling = judge(candidate('33196200'), asked('33196100')).points
    expect(points('15110000', 'is')).toBeGreaterThan(points('15110000', 'replaces'))
    expect(points('15110000', 'replaces')).toBeGreaterThan(sibling)
  })
  test('the very category comes before its whole group, and that before a whole division', () => {
    const found = ['15110000', '15100000', '15000000'].map((contract) => points(contract, 'is'))
    expect(found).toEqual([...found].sort((a, b) => b - a))
    expect(new Set(found).size).toBe(3)
  })
  test('each of these raises or lowers it, with its own reason', () => {
    const plain = points('15110000', 'is')
    const soon = { terms: [{ startsOn: null, endsOn: day('2027-05-31'), extensionMonths: [], noticeMonths: null }] }
    expect(points('15110000', 'is', { dynamicSystem: true })).toBe(plain + 2)
    expect(points('15110000', 'is', soon)).toBe(plain + 2)
    expect(points('15110000', 'is', {}, ['municipality'])).toBe(plain + 1)
    expect(points('15110000', 'is', {}, ['region'])).toBe(plain - 2)
    expect(points('15110000', 'is', { sector: 'unknown' }, ['region'])).toBe(plain)
  })
})

test('the reasons say whether it is what the idea is or what it would replace', () => {
  const both: Asked = {
    ...asked('15110000', '', 'replaces'),
    confirmed: [
      { code: code('15110000'), relation: 'replaces' },
      { code: code('15100000'), relation: 'is' },
    ],
  }
  const relations = judge(candidate('15100000'), both).because.map((one) => 'relation' in one.args && one.args.relation)
  expect(relations).toEqual(['is', 'replaces'])
})

test('whatever is judged, its points are the sum of its reasons, and an opening has one', () => {
  const codes = ['39130000', '15110000', '45000000', '39131000', '15000000', '15800000', '48000000']
  const relations: Relation[] = ['is', 'replaces', 'with', 'served-as', 'needs']
  const any = fc.constantFrom(...codes)
  fc.assert(
    fc.property(
      any,
      any,
      fc.constantFrom(...relations),
      fc.string(),
      fc.boolean(),
      (a, b, relation, title, dynamic) => {
        const found = judge(candidate(a, { title, dynamicSystem: dynamic }), asked(b, title, relation, ['region']))
        expect(found.points).toBeCloseTo(found.because.reduce((sum, one) => sum + one.points, 0))
        if (found.opening) expect(found.because[0]!.points).toBeGreaterThan(0)
      },
    ),
  )
})

test('no kin is forgotten', () => {
  expect(Object.keys(KIN)).toEqual([...KINS])
})
