/** The house kept by tests: who may import whom, what every module holds. What fails says where the thing belongs instead. */
import { describe, expect, test } from 'vitest'
import { ROOT } from '../src/kit/root.js'
import { INVENTED } from './architecture/invented.js'
import { checkout, checkoutAt, RULES } from './architecture/rules.js'

const here = checkoutAt(ROOT)

test.each(Object.entries(RULES))('%s', (_, rule) => {
  expect(rule(here)).toEqual([])
})

describe('each rule sees what breaks it', () => {
  test.each(Object.keys(RULES))('%s', (name) => {
    const { broken, kept } = INVENTED[name]!
    for (const [files, said] of broken) expect(RULES[name]!(checkout(files, 'kit web')).join('\n')).toContain(said)
    expect(RULES[name]!(checkout(kept, 'kit fit'))).toEqual([])
  })
})
