/** `fairlane days` and `fairlane routes` as a person or a program runs them, without a data folder. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { ROOT } from '../kit/root.js'
import { runCommandLine } from './index.js'

const folder = mkdtempSync(join(tmpdir(), 'fairlane-routes-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function run(...words: string[]): Promise<{ said: string; wrong: string; code: typeof process.exitCode }> {
  const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const wrong = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  process.exitCode = 0
  await runCommandLine([...words, '--language', 'en'], { FAIRLANE_DATA: join(folder, 'none') })
  const { exitCode: code } = process
  process.exitCode = 0
  process.stdout.removeAllListeners('error')
  const textOf = (spy: typeof said) => spy.mock.calls.map(([text]) => String(text)).join('')
  const told = { said: textOf(said), wrong: textOf(wrong), code }
  vi.restoreAllMocks()
  return told
}

describe('days', () => {
  test('the JSON is what the help says, key by key', async () => {
    const { said, code } = await run('days', '--from', '2026-11-24', '--days', '30', '--json')
    expect(code).toBe(0)
    const answer = JSON.parse(said) as { steps: object[] }
    expect(Object.keys(answer)).toEqual(['from', 'days', 'lastDay', 'steps'])
    expect(answer).toMatchObject({ from: '2026-11-24', days: 30, lastDay: '2026-12-28' })
    expect(answer.steps[0]).toEqual({
      date: '2026-11-24',
      rule: 'eventDay',
      because: 'The day of the event does not count.',
    })
  })
  test.each([
    [['--months', '1'], '2026-12-28'],
    [['--days', '10', '--working'], '2026-12-08'],
    [['--days', '6', '--backward'], '2026-11-18'],
  ])('%j', async (options, lastDay) => {
    const { said } = await run('days', '--from', '2026-11-24', ...options, '--json')
    expect(JSON.parse(said)).toMatchObject({ lastDay })
  })
  test.each([
    [['--days', '30'], 2],
    [['--from', '2026-11-24'], 2],
    [['--from', '2026-11-24', '--days', 'ten'], 2],
    [['--from', '2026-11-24', '--days', '3', '--months', '1'], 2],
    [['--from', '1875-01-01', '--days', '30'], 1],
    [['--from', '2026-11-24', '--days', '0'], 1],
  ])('%j ends with a sentence and exit code %i', async (options, exit) => {
    const { said, wrong, code } = await run('days', ...options)
    expect([said, code]).toEqual(['', exit])
    expect(wrong).not.toBe('')
  })
})

describe('routes', () => {
  interface Answered {
    readonly routes: readonly { route: string; verdict: string; earliest: { firstDay: string | null } }[]
  }
  const sample = (name: string) => join(ROOT, 'samples/cases', `${name}.json`)
  const verdictOf = async (name: string, route: string): Promise<string | undefined> => {
    const { said } = await run('routes', sample(name), '--json')
    return (JSON.parse(said) as Answered).routes.find((one) => one.route === route)?.verdict
  }

  test.each([
    'meal-service-pilot',
    'food-pilot',
    'product-into-food-contract',
    'innovation-partnership-by-august',
    'change-of-running-contract',
  ])('%s is a whole case', async (name) => {
    const { said, code } = await run('routes', sample(name))
    expect(code).toBe(0)
    expect(said).toContain('On these facts, by the rules of')
  })
  test('the meal service may begin as a direct award, the same as food may not', async () => {
    expect(await verdictOf('meal-service-pilot', 'directAward')).toBe('unverified')
    expect(await verdictOf('food-pilot', 'directAward')).toBe('unlawful')
  })
  test('a product goes through the running contract once its last question is answered', async () => {
    expect(await verdictOf('product-into-food-contract', 'throughSupplier')).toBe('unknown')
  })
  test('what a file refuses is told with the file and the field', async () => {
    const file = join(folder, 'case.json')
    writeFileSync(file, '{"valeu": 5}')
    const wrong = await run('routes', file)
    expect(wrong).toMatchObject({ code: 1, wrong: `${file}: There is no field “valeu” in a case.\n` })
    writeFileSync(file, '{')
    expect(await run('routes', file)).toMatchObject({ code: 1 })
    expect(await run('routes')).toMatchObject({ code: 2 })
  })
})

test('fairlane law tells how it is used before it asks for a folder', async () => {
  expect(await run('law', 'enter', 'light')).toMatchObject({ code: 2 })
  expect(await run('law')).toMatchObject({ code: 1, said: '' })
})
