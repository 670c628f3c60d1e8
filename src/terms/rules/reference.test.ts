/** The rules against the reference computation in Python, on a thousand cases; where it is not there, the test says so. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ROOT } from '../../kit/root.js'
import { presentCost } from './buyer.js'
import { breakEvenInvestment, netPresentValue, paybackYears, probability } from './supplier.js'

const FOLDER = join(ROOT, '..', 'shared/facts/terms')
const absent = existsSync(join(FOLDER, 'reference_model.py'))
  ? spawnSync('python3', ['--version']).status === 0
    ? ''
    : ' (skipped: no python3)'
  : ' (skipped: no reference_model.py beside the checkout)'

const SCRIPT = `
import sys, json, io, contextlib, math
sys.path.insert(0, sys.argv[1]); sys.dont_write_bytecode = True
with contextlib.redirect_stdout(io.StringIO()):
    import reference_model as m
out = []
for c in json.load(sys.stdin):
    I, CF, r, T, rho, T2, s, d, h = c['supply']
    t = m.tstar(I, CF, r, h)
    k = c['buyer']
    out.append([None if t == math.inf else t, m.be(CF, r, T, rho, T2, s, d, h), m.npv(I, CF, r, T, rho, T2, s, d, h),
      m.pview(I, CF, r, T, c['sI'], c['sQ'], h),
      m.buyer(k['T'], k['H'], k['q'], k['c'], k['w'] * k['c'], k['N'], k['g'], k['F'], I, k['rB'], r, rho, k['S'], k['kappa'], k['T0'])])
print(json.dumps(out))
`
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const anyCase = fc.record({
  supply: fc.record({
    investment: between(1e4, 1e8),
    cashflow: between(1e4, 1e8),
    rate: between(0.001, 0.3),
    term: fc.integer({ min: 1, max: 20 }),
    renewal: between(0, 1),
    nextTerm: fc.integer({ min: 0, max: 20 }),
    salvage: between(0, 1),
    depreciation: between(0, 1),
    hazard: between(0, 0.3),
    investmentSpread: between(0.01, 1),
    demandSpread: between(0.01, 1),
  }),
  purchase: fc.record({
    horizon: fc.integer({ min: 1, max: 20 }),
    quantity: between(1, 1e5),
    unitCost: between(1, 1e5),
    costSpread: between(0, 1),
    bidders: between(1, 10),
    priceFall: between(0, 0.2),
    tenderCost: between(0, 1e6),
    buyerRate: between(0, 0.1),
    switchingCost: between(0, 1e6),
    lockIn: between(0, 0.5),
    lockInFrom: between(0, 8),
  }),
  every: fc.integer({ min: 1, max: 20 }),
})
const cases = fc.sample(anyCase, { seed: 20261123, numRuns: 1000 })

const forPython = cases.map(({ supply: s, purchase: p, every }) => ({
  supply: [s.investment, s.cashflow, s.rate, s.term, s.renewal, s.nextTerm, s.salvage, s.depreciation, s.hazard],
  sI: s.investmentSpread,
  sQ: s.demandSpread,
  buyer: {
    T: every,
    H: p.horizon,
    q: p.quantity,
    c: p.unitCost,
    w: p.costSpread,
    N: p.bidders,
    g: p.priceFall,
    F: p.tenderCost,
    rB: p.buyerRate,
    S: p.switchingCost,
    kappa: p.lockIn,
    T0: p.lockInFrom,
  },
}))

test.skipIf(absent)(`a thousand cases agree with the reference computation${absent}`, () => {
  const run = spawnSync('python3', ['-c', SCRIPT, FOLDER], { input: JSON.stringify(forPython), encoding: 'utf8' })
  expect(run.stderr).toBe('')
  const expected = JSON.parse(run.stdout) as (number | null)[][]
  expect(expected).toHaveLength(1000)
  cases.forEach(({ supply, purchase, every }, at) => {
    const found = [
      paybackYears(supply) ?? null,
      breakEvenInvestment(supply) ?? null,
      netPresentValue(supply),
      probability(supply) ?? null,
      presentCost(purchase, supply, every),
    ]
    const scale = [1, 1, supply.investment, 1, 1]
    found.forEach((value, n) => {
      const other = expected[at]![n]!
      if (value === null) expect(other).toBeNull()
      else expect(Math.abs(value - other)).toBeLessThanOrEqual(1e-9 * Math.max(scale[n]!, Math.abs(other)))
    })
  })
})
