import { expect, test } from 'vitest'
import { day } from '../../kit/day.js'
import { refused } from '../../kit/refuse.js'
import { routesFor } from './answer.js'
import type { Case } from './case.js'
import { changedSince, readKept, writeKept } from './version.js'

const food: Case = {
  begunOn: day('2026-11-24'),
  startOn: day('2026-11-24'),
  subject: 'goods',
  value: { least: 30_000_000, most: 30_000_000 },
  electronic: true,
  answers: {},
  ownDays: { evaluation: 10, decision: 5 },
}
const answers = (c: Case) => {
  const found = routesFor(c)
  if (refused(found)) throw new Error(found.because.key)
  return found
}

test('what an address keeps is read back, and nothing has changed', () => {
  const kept = readKept(writeKept(answers(food)))!
  expect(kept.find(({ route }) => route === 'open')).toEqual({
    route: 'open',
    verdict: 'unverified',
    earliest: '2027-01-09',
    likely: '2027-02-02',
  })
  expect(changedSince(kept, answers(food))).toEqual([])
})

test('what would be answered otherwise today is told by route', () => {
  const kept = readKept(writeKept(answers(food)))!
  const entered = [
    {
      name: 'directAward',
      unit: 'SEK' as const,
      amount: 100_000,
      from: day('2026-01-01'),
      cites: [{ source: 'SFS', place: '1 §', url: 'https://lagen.nu/', mark: 'read' as const }] as const,
    },
  ]
  expect(changedSince(kept, answers({ ...food, entered }))).toEqual(['directAward'])
})

test.each(['', 'open', 'open.lawful', 'open.maybe..', 'road.lawful..', 'open.lawful.2027-02-30.', 'open.lawful...'])(
  '%j is nothing that was kept',
  (written) => expect(readKept(written)).toBeUndefined(),
)
