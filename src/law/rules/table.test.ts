/** docs/method/law-rules.md: every rule with its places, for a lawyer to print and check. Written anew by `-u`. */
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { day } from '../../kit/day.js'
import { ROOT } from '../../kit/root.js'
import { wordsFor } from '../../kit/words/index.js'
import type { Cited } from './cites.js'
import { numberKey, type Dated } from './numbers/dated.js'
import { QUESTIONS } from './questions.js'
import { inOrder } from './routes/index.js'
import type { Note } from './routes/route.js'
import { lawTable, verifiable, type Condition, type LawTable, type RouteRules } from './table.js'
import { keyOf } from './verified.js'
import { RULES, rulesVersion } from './version.js'

const PAGE = join(ROOT, 'docs/method/law-rules.md')
const [sv, en] = [wordsFor('sv'), wordsFor('en')]

const HEAD = `# The rules of law, with their places

For a lawyer to check, line by line. Made from the rules in \`src/law/rules/\`; a test fails when this page and they differ. How they are
read stands in [law.md](law.md), cases in [law-cases.md](law-cases.md).

Rules of ${RULES.on}, version ${rulesVersion()}. Marks: **read** in a published source, **known** text of the act, **weak**: one poor
source. _Verified by_ is empty: what ships has been verified by no lawyer, and each installation's own people stand for what they verify.`

const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly string[]): string =>
  rows.length ? [row(...head), row(...head.map(() => '---')), ...rows].join('\n') : ''

const where = (cites: readonly Cited[]): string =>
  cites.map(({ source, place, url, mark }) => `[${source} ${place}](${url}) (${mark})`).join(', ')

const number = ({ row: { name, amount, unit, from, to }, cites }: LawTable['numbers'][number]): string =>
  row(name, amount.toLocaleString('en-GB'), unit, from, to ?? '', where(cites), '')

const HOW = { oneOf: 'one of', allOf: 'all of', judged: 'a person judges', reckoned: 'worked out' } as const
const condition = ({ depth, how, because, cites }: Condition): string =>
  row(`${'– '.repeat(depth)}${en.of(because)}`, HOW[how], where(cites))

const step = ({ stage, minimum, cites }: RouteRules['steps'][number]): string =>
  row(
    en(`law.stage.${stage.name}`),
    minimum
      ? `${minimum.amount} ${minimum.unit === 'days' ? 'days' : 'working days'}`
      : stage.kind === 'local'
        ? 'the buyer’s own'
        : 'sufficient, as the buyer says',
    where(cites),
  )

const notes = (title: string, found: readonly Note[]): string =>
  found.length
    ? `${title}:\n\n${found.map(({ because, cites }) => `- ${en.of(because)} ${where(cites)}`).join('\n')}`
    : ''

const routePart = (one: RouteRules): string =>
  [
    `### ${en(`law.route.${one.route}`)}`,
    `_${sv(`law.route.${one.route}`)}_. ${where(one.cites)}`,
    table(['Condition', 'How', 'Where'], one.conditions.map(condition)),
    table(['Step', 'Time', 'Where'], one.steps.map(step)),
    notes('Bounds', one.bounds),
    notes('Quicker', one.quicker),
    notes('Risks', one.risks),
    one.afterwards
      ? `Afterwards: award notice within ${one.afterwards.amount} days. ${where(one.afterwards.cites)}`
      : '',
  ]
    .filter(Boolean)
    .join('\n\n')

const pageText = ({ days, numbers, routes }: LawTable): string =>
  [
    HEAD,
    '## Days',
    table(
      ['Rule', 'As it is told', 'Where', 'Verified by'],
      days.map(({ rule, because, cites }) => row(rule, en.of(because), where(cites), '')),
    ),
    '## Numbers',
    table(['Number', 'Amount', 'Unit', 'From', 'To', 'Where', 'Verified by'], numbers.map(number)),
    '## Questions',
    'What a person judges, by the name that a case gives the answer under.',
    table(
      ['Name', 'Question'],
      QUESTIONS.map((question) => row(`\`${question}\``, en(`law.question.${question}`))),
    ),
    '## Routes',
    'Worked out here for goods (the light regime: an annex 2 service) of SEK 300,000, begun on 24 November 2026, electronic, before anyone has answered.',
    ...routes.map(routePart),
  ].join('\n\n')

test('every rule stands on the page for lawyers, with its places', async () => {
  const text = await format(pageText(lawTable()), { ...(await resolveConfig(PAGE)), parser: 'markdown' })
  await expect(text).toMatchFileSnapshot(PAGE)
  expect(text.match(/^### /gm)).toHaveLength(inOrder.length)
})

test('no rule stands without a citation, no citation without a link, no number without source and validity', () => {
  const { days, numbers, routes } = lawTable()
  const cites = [
    ...[...days, ...numbers, ...routes].map((one) => one.cites),
    ...routes.flatMap(({ conditions, steps, bounds, quicker, risks }) => [
      ...conditions.filter(({ how }) => how === 'judged' || how === 'reckoned').map((one) => one.cites),
      ...steps.filter(({ stage }) => stage.kind !== 'local').map((one) => one.cites),
      ...[...bounds, ...quicker, ...risks].map((one) => one.cites),
    ]),
  ]
  for (const found of cites) {
    expect(found).not.toHaveLength(0)
    for (const { source, place, url } of found) expect([source, place, url].every(Boolean) && url).toMatch(/^https:/)
  }
  for (const { row: one } of numbers) expect(one.from).toMatch(/^\d{4}-/)
})

test('a person who verifies one number or place has verified that one, and it is named', () => {
  const [first] = verifiable(lawTable())
  const verified = { [keyOf(first!)]: { by: 'Stadsjuristen', on: day('2026-11-20') } }
  const named = verifiable(lawTable([], verified)).filter((cite) => cite.verified)
  expect(named.map(keyOf)).toEqual([keyOf(first!)])
})

test('the version changes with a number that is entered, and with the rules: then say from which day they stand', () => {
  const entered: Dated = {
    name: 'light',
    unit: 'SEK',
    amount: 8_000_000,
    from: day('2026-01-01'),
    cites: [{ source: 'EUT', place: 'C', url: 'https://eur-lex.europa.eu/', mark: 'read' }],
  }
  expect(rulesVersion([entered])).not.toBe(rulesVersion())
  expect(lawTable([entered]).numbers[0]).toMatchObject({ key: numberKey(entered), entered: true })
  expect(rulesVersion()).toBe(`${RULES.on}.${RULES.digest}`)
})
