/**
 * How long 10,000 closed-form answers take, beside discounting the same contracts year by year.
 *
 *   node bench/run.mjs terms
 */
import { cpus } from 'node:os'
import {
  answerOf,
  breakEvenInvestment,
  netPresentValue,
  paybackYears,
  prizeEquivalent,
  probability,
  readCase,
  unreadable,
  type TermCase,
} from '../src/terms/index.js'

const CASES = 10_000
const ROUNDS = 7

const cases: TermCase[] = Array.from({ length: CASES }, (_, at) => {
  const read = readCase({
    investment: 1e6 + at * 700,
    cashflow: 3e5 + (at % 97) * 1e4,
    rate: 0.02 + (at % 13) / 100,
    term: 1 + (at % 20),
    renewal: (at % 11) / 10,
    nextTerm: at % 5,
    salvage: (at % 7) / 10,
    depreciation: 0.15,
    hazard: (at % 3) / 100,
    investmentSpread: 0.2,
    demandSpread: 0.3,
  })
  if (unreadable(read)) throw new Error(`case ${at} cannot be read`)
  return read
})

/** What a spreadsheet does: every year of both contracts is discounted and added up. */
function yearByYear({ supply }: TermCase): number {
  const { investment, cashflow, rate, hazard, term, renewal, nextTerm, salvage, depreciation } = supply
  const factor = (1 - hazard) / (1 + rate)
  const worth = (years: number) => {
    let sum = 0
    for (let year = 1; year <= years; year++) sum += cashflow * factor ** year
    return sum
  }
  const kept = (1 - renewal) * salvage * investment * (1 - depreciation) ** term
  return -investment + worth(term) + factor ** term * (renewal * worth(nextTerm) + kept)
}

const closedForms = [paybackYears, breakEvenInvestment, netPresentValue, probability, prizeEquivalent]

const middle = (all: number[]): number => all.sort((a, b) => a - b)[Math.floor(all.length / 2)]!

/** In milliseconds of this process's own time, so that a busy machine counts less. */
function took(work: () => void): number {
  const began = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}

const times = { answers: [] as number[], closed: [] as number[], years: [] as number[] }
for (let round = 0; round < ROUNDS; round++) {
  times.answers.push(took(() => void cases.forEach(answerOf)))
  times.closed.push(took(() => void cases.forEach(({ supply }) => closedForms.map((form) => form(supply)))))
  times.years.push(took(() => void cases.forEach(yearByYear)))
}
for (const one of cases) {
  const [closed, years] = [netPresentValue(one.supply), yearByYear(one)]
  if (!(Math.abs(closed - years) <= 1e-9 * Math.max(one.supply.investment, Math.abs(years))))
    throw new Error(`${closed} is not ${years}`)
}
const [answers, closed, years] = [middle(times.answers), middle(times.closed), middle(times.years)]
console.log(`${CASES} cases on ${cpus()[0]?.model ?? 'unknown'}, the middle of ${ROUNDS} rounds, CPU time`)
console.log(`whole answers with their steps: ${answers.toFixed(1)} ms`)
console.log(`the five closed forms: ${closed.toFixed(1)} ms; year by year: ${years.toFixed(1)} ms`)
console.log(
  `closed forms to year by year: ${(closed / years).toFixed(2)}; whole answer: ${(answers / years).toFixed(2)}`,
)
