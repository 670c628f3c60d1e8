import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, type Day } from '../../kit/day.js'
import { refused } from '../../kit/refuse.js'
import { wordsFor, type Message } from '../../kit/words/index.js'
import { latestDay, latestStart, routesFor, soonest, type Answered } from './answer.js'
import { earliest, likely, type Stage } from './calendar.js'
import { OWN_TIMES, SUBJECTS, type Answer, type Case, type OwnTime } from './case.js'
import { QUESTIONS, type Question } from './questions.js'
import type { Reason } from './reason.js'
import { inOrder, ROUTE } from './routes/index.js'
import { ROUTES } from './routes/route.js'
import { lawTable, verifiable } from './table.js'
import { keyOf } from './verified.js'

const begun = day('2026-11-24')
const lawyer = { by: 'Stadsjuristen', on: day('2026-11-20') }
const VERIFIED = Object.fromEntries(verifiable(lawTable()).map((cite) => [keyOf(cite), lawyer]))
const food: Case = {
  begunOn: begun,
  startOn: begun,
  subject: 'goods',
  value: { least: 30_000_000, most: 30_000_000 },
  electronic: true,
  answers: {},
}
const yes = (...questions: Question[]): Case['answers'] =>
  Object.fromEntries(questions.map((question): [Question, Answer] => [question, { says: 'yes', by: 'Inköpschefen' }]))
const BY_VALUE = yes('continuationSettled', 'similarCounted', 'notSplit')

function answers(c: Case): readonly Answered[] {
  const found = routesFor(c)
  if (refused(found)) throw new Error(wordsFor('en').of(found.because))
  return found
}
const route = (c: Case, id: string): Answered => answers(c).find((one) => one.route === id)!

describe('a pilot of 300,000 kr that goes on if it works', () => {
  const million = { least: 100_000_000, most: 100_000_000 }

  test('the question what follows comes before any "lawful"', () => {
    const found = route(food, 'directAward')
    expect(found.verdict).toBe('unknown')
    expect(found.turns.map(({ because }) => because.key)).toContain('law.question.continuationSettled')
  })
  test('food with what follows is over the limit; the meal service is not', () => {
    expect(route({ ...food, value: million, answers: BY_VALUE }, 'directAward').verdict).toBe('unlawful')
    const meals = {
      ...food,
      subject: 'annexService',
      value: million,
      begunOn: day('2025-11-24'),
      answers: BY_VALUE,
    } as const
    expect(route(meals, 'directAward').verdict).toBe('unverified')
    expect(route({ ...meals, verified: VERIFIED }, 'directAward').verdict).toBe('lawful')
  })
  test('the answer names who judged', () => {
    const judged = route({ ...food, answers: BY_VALUE }, 'directAward').because.filter(({ by }) => by)
    expect(judged.map(({ by }) => by)).toEqual(['Inköpschefen', 'Inköpschefen', 'Inköpschefen'])
  })
})

test('the route through the present supplier comes first, and the soonest is one that may be taken', () => {
  expect(answers(food)[0]).toMatchObject({ route: 'throughSupplier' })
  expect(soonest(answers(food))).toMatchObject({ route: 'open', earliest: { firstDay: '2027-01-09' } })
  const settled = { ...food, answers: BY_VALUE }
  expect(soonest(answers(settled))).toMatchObject({ route: 'directAward', verdict: 'unverified' })
  expect(soonest(answers({ ...settled, verified: VERIFIED }))).toMatchObject({
    route: 'directAward',
    verdict: 'lawful',
  })
})

test('urgency is a judgement with a name, and no shortening for a partnership', () => {
  const urgent = { ...food, answers: yes('urgent', 'notOnMarket', 'developAndBuy'), ownDays: { finalTenders: 20 } }
  expect(route(urgent, 'open').because.map(({ because }) => because.key)).toContain('law.question.urgent')
  expect(route(urgent, 'innovationPartnership').earliest.steps[0]).toMatchObject({ to: '2026-12-28' })
})

test('a time that the buyer has to set is never filled in', () => {
  const found = route(food, 'belowThreshold')
  expect(found.earliest).toMatchObject({ missing: ['reasonableTime'] })
  expect(found.earliest.firstDay).toBeUndefined()
  const said = { ...food, ownDays: { reasonableTime: 20, evaluation: 10, decision: 5 } }
  expect(route(said, 'belowThreshold')).toMatchObject({
    earliest: { firstDay: '2026-12-29', missing: [] },
    likely: { firstDay: '2027-01-22', missing: [] },
  })
})

test('court review stands beside the dates of what a standstill follows, and nowhere else', () => {
  const mentions = (one: Answered) => one.risks.some(({ because }) => because.key === 'law.risk.court')
  expect(
    answers(food)
      .filter(mentions)
      .map((one) => one.route),
  ).toEqual([
    'belowThreshold',
    'lightRegime',
    'open',
    'restricted',
    'negotiated',
    'dialogue',
    'innovationPartnership',
    'framework',
    'reserved',
  ])
})

test('a framework that its extensions take past four years says which reasons that needs', () => {
  const running = { from: day('2024-01-01'), to: day('2026-12-31') }
  const bounds = (extendableTo: string) =>
    route({ ...food, running: { ...running, extendableTo: day(extendableTo) } }, 'callOff').bounds.map(
      ({ because }) => because.key,
    )
  expect(bounds('2027-12-31')).not.toContain('law.bound.beyondCap')
  expect(bounds('2028-01-01')).toContain('law.bound.beyondCap')
})

test('a research service needs a code that the article lists, where one is given', () => {
  const judged = yes('researchService', 'benefitsOrPaymentShared')
  const verdict = (category: string) =>
    route({ ...food, subject: 'service', category, answers: judged }, 'research').verdict
  expect(['73000000', '73110000', '73120000', '73300000', '73430000'].map(verdict)).toEqual(Array(5).fill('unverified'))
  expect(['73200000', '73410000', '72000000'].map(verdict)).toEqual(Array(3).fill('unlawful'))
})

test('planned back from the day it is needed', () => {
  expect(latestStart(ROUTE.open, food, day('2027-08-18'))).toBe('2027-07-07')
  expect(latestStart(ROUTE.dialogue, food, day('2027-08-18'))).toBeUndefined()
})

describe('refuses, and names the field', () => {
  test.each<[string, Partial<Case>, string]>([
    ['a negative value', { value: { least: -1, most: 5 } }, 'The value must be whole öre, zero or more.'],
    ['half an öre', { value: { least: 0.5, most: 5 } }, 'The value must be whole öre'],
    [
      'a value with its ends crossed',
      { value: { least: 6, most: 5 } },
      'The value: the least cannot be more than the most.',
    ],
    ['a case of 1875', { begunOn: day('1875-01-01') }, 'The day the case began must be 2017-01-01 or later.'],
    [
      'a start before the case',
      { startOn: day('2026-11-23') },
      'The first day for a notice or contract cannot be before',
    ],
    ['a start beyond the known years', { startOn: day('2195-01-01') }, 'from 2017 to 2189'],
    ['a framework of no years', { frameworkYears: 0 }, 'The framework’s length in years must be more than 0'],
    ['a change of nothing', { change: { contract: 0, increase: 1, earlier: 0 } }, 'The amounts of the change'],
    [
      'a reasonable time of no days',
      { ownDays: { reasonableTime: 0 } },
      'must be a whole number of days from 1 to 730',
    ],
  ])('%s', (_, wrong, sentence) => {
    const found = routesFor({ ...food, ...wrong })
    expect(refused(found) && wordsFor('en').of(found.because)).toContain(sentence)
  })
})

const anyCase: fc.Arbitrary<Case> = fc
  .record({
    begunOn: fc.integer({ min: 0, max: 4000 }).map((after) => addDays(day('2017-01-01'), after)),
    later: fc.integer({ min: 0, max: 90 }),
    subject: fc.constantFrom(...SUBJECTS),
    value: fc.tuple(fc.nat(9e9), fc.nat(9e8)).map(([least, more]) => ({ least, most: least + more })),
    electronic: fc.boolean(),
    answers: fc.dictionary(
      fc.constantFrom(...QUESTIONS),
      fc.constantFrom<Answer>({ says: 'yes', by: 'A' }, { says: 'no', by: 'B' }),
    ),
    ownDays: fc.dictionary(
      fc.constantFrom<OwnTime>(...OWN_TIMES.sufficient, ...OWN_TIMES.local),
      fc.integer({ min: 1, max: 60 }),
    ),
    city: fc.record({
      meetings: fc.array(fc.integer({ min: 0, max: 4500 }).map((after) => addDays(day('2017-01-01'), after))),
      handInDays: fc.nat(20),
      closedJuly: fc.boolean(),
    }),
  })
  .map(({ later, ...c }) => ({ ...c, startOn: addDays(c.begunOn, later) }))

const leaves = (reasons: readonly Reason[]): Reason[] =>
  reasons.flatMap((one) => ((one.anyOf ?? one.allOf) ? leaves([...(one.anyOf ?? []), ...(one.allOf ?? [])]) : [one]))

describe('of any case', () => {
  test('every route is answered, cites with links, and speaks both languages', () => {
    fc.assert(
      fc.property(anyCase, (c) => {
        const found = answers(c)
        expect(found.map((one) => one.route)).toEqual(ROUTES)
        for (const one of found) {
          const notes = [...one.bounds, ...one.quicker, ...one.risks, ...leaves(one.because), ...one.earliest.steps]
          expect(
            notes.every(({ cites }) => cites.length > 0 && cites.every(({ url }) => url.startsWith('https://'))),
          ).toBe(true)
          const messages: Message[] = [...one.because, ...one.bounds, ...one.quicker, ...one.risks].map(
            ({ because }) => because,
          )
          for (const language of ['sv', 'en'] as const)
            for (const message of messages) expect(wordsFor(language).of(message)).not.toBe('')
        }
      }),
      { numRuns: 15 },
    )
  })
  test('nothing is lawful before a person has verified it, and what is lawful rests on nothing unverified', () => {
    fc.assert(
      fc.property(anyCase, (c) => {
        expect(answers(c).some(({ verdict }) => verdict === 'lawful')).toBe(false)
        for (const one of answers({ ...c, verified: VERIFIED }).filter(({ verdict }) => verdict === 'lawful')) {
          expect(one.because.every(({ holds }) => holds === 'yes')).toBe(true)
          expect(one.unverified).toEqual([])
          expect(one.because.flatMap(({ cites }) => cites).every(({ verified }) => verified === lawyer)).toBe(true)
        }
      }),
      { numRuns: 25 },
    )
  })
  test('taking an answer away never makes a route lawful', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...QUESTIONS), (c, question) => {
        fc.pre(c.answers[question]?.says === 'yes')
        const { [question]: _, ...fewer } = c.answers
        const lawful = (one: Case) =>
          answers(one)
            .filter(({ verdict }) => verdict === 'lawful' || verdict === 'unverified')
            .map((answered) => answered.route)
        expect(lawful(c)).toEqual(expect.arrayContaining(lawful({ ...c, answers: fewer })))
      }),
      { numRuns: 25 },
    )
  })
  test('a later start is never ready earlier, and the likely day is never before the earliest', () => {
    const firstDays = (c: Case): (Day | undefined)[] => answers(c).map((one) => one.earliest.firstDay)
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 1, max: 20 }), (c, later) => {
        const after = firstDays({ ...c, startOn: addDays(c.startOn, later) })
        firstDays(c).forEach((first, at) => expect(!first || first <= after[at]!).toBe(true))
        for (const { earliest, likely } of answers(c))
          if (likely.firstDay) expect(earliest.firstDay! <= likely.firstDay).toBe(true)
      }),
      { numRuns: 15 },
    )
  })
  test('the latest day to begin is the one that trying every day finds', () => {
    const everyDay = (c: Case, stages: readonly Stage[], neededBy: Day, by: typeof earliest): Day | undefined => {
      for (let back = 0; back <= 1_100; back += 1) {
        const { firstDay } = by({ ...c, startOn: addDays(neededBy, -back) }, stages)
        if (firstDay === undefined) return undefined
        if (firstDay <= neededBy) return addDays(neededBy, -back)
      }
      return undefined
    }
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...inOrder), fc.nat(1_500), (c, route, after) => {
        const neededBy = addDays(c.startOn, after)
        const stages = route.stages(c)
        expect(latestStart(route, c, neededBy)).toBe(everyDay(c, stages, neededBy, earliest))
        const likelyFirst = (startOn: Day) => likely({ ...c, startOn }, stages).firstDay
        expect(latestDay(neededBy, neededBy, likelyFirst)).toBe(everyDay(c, stages, neededBy, likely))
      }),
      { numRuns: 10 },
    )
  })
})
