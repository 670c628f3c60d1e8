/** docs/method/law-rules.md: every rule with its places, for a lawyer to print and check. Written anew by `-u`. */
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { day } from '../../kit/day.js'
import { ROOT } from '../../kit/root.js'
import { wordsFor } from '../../kit/words/index.js'
import type { Stage } from './calendar.js'
import type { Case } from './case.js'
import type { Cited } from './cites.js'
import { CAPS } from './numbers/caps.js'
import { AMOUNTS } from './numbers/compare.js'
import type { Dated } from './numbers/dated.js'
import { minimum, PERIODS } from './numbers/periods.js'
import type { Reason } from './reason.js'
import { inOrder } from './routes/index.js'
import type { Note, Route } from './routes/route.js'

const PAGE = join(ROOT, 'docs/method/law-rules.md')
const [sv, en] = [wordsFor('sv'), wordsFor('en')]

const begun = day('2026-11-24')
const unanswered = (subject: Case['subject']): Case => ({
  begunOn: begun,
  startOn: begun,
  subject,
  value: { least: 30_000_000, most: 30_000_000 },
  electronic: true,
  answers: {},
})

const HEAD = `# The rules of law, with their places

For a lawyer to check, line by line. Made from the rules in \`src/law/rules/\`; a test fails when this page and they differ. How they are
read stands in [law.md](law.md), cases in [law-cases.md](law-cases.md).

Marks: **read** in a published source, **known** text of the act, **weak**: to be checked before it decides. _Verified by_ is empty until
a person stands for a number.`

const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly string[]): string =>
  rows.length ? [row(...head), row(...head.map(() => '---')), ...rows].join('\n') : ''

const where = (cites: readonly Cited[]): string =>
  cites.map(({ source, place, url, mark }) => `[${source} ${place}](${url}) (${mark})`).join(', ')

const number = ({ name, amount, unit, from, to, cites, verified }: Dated): string =>
  row(
    name,
    amount.toLocaleString('en-GB'),
    unit,
    from,
    to ?? '',
    where(cites),
    verified ? `${verified.by}, ${verified.on}` : '',
  )

/** Alternatives and parts stand below what they belong to, further in. */
const conditions = (reasons: readonly Reason[], depth = 0): string[] =>
  reasons.flatMap((reason) => [
    row(
      `${'– '.repeat(depth)}${en.of(reason.because)}`,
      kindOf(reason),
      (reason.anyOf ?? reason.allOf) ? '' : where(reason.cites),
    ),
    ...conditions([...(reason.anyOf ?? []), ...(reason.allOf ?? [])], depth + 1),
  ])

const kindOf = ({ anyOf, allOf, because }: Reason): string =>
  anyOf ? 'one of' : allOf ? 'all of' : because.key.startsWith('law.question.') ? 'a person judges' : 'worked out'

function stage(one: Stage): string {
  if (one.kind === 'local') return row(en(`law.stage.${one.name}`), 'the buyer’s own', '')
  if (one.kind === 'sufficient')
    return row(en(`law.stage.${one.name}`), 'sufficient, as the buyer says', where(one.cites))
  const { period, cites } = minimum(one.name)
  return row(
    en(`law.stage.${one.name}`),
    `${period.length} ${period.unit === 'days' ? 'days' : 'working days'}`,
    where(cites),
  )
}

const notes = (title: string, found: readonly Note[] = []): string =>
  found.length
    ? `${title}:\n\n${found.map(({ because, cites }) => `- ${en.of(because)} ${where(cites)}`).join('\n')}`
    : ''

function routePart(route: Route): string {
  const c = unanswered(route.id === 'lightRegime' ? 'annexService' : 'goods')
  const after = route.afterwards && minimum(route.afterwards)
  return [
    `### ${en(`law.route.${route.id}`)}`,
    `_${sv(`law.route.${route.id}`)}_. ${where(route.cites)}`,
    table(['Condition', 'How', 'Where'], conditions(route.conditions(c))),
    table(['Step', 'Time', 'Where'], route.stages(c).map(stage)),
    notes('Bounds', route.bounds?.(c)),
    notes('Quicker', route.quicker?.(c)),
    notes('Risks', route.risks?.(c)),
    after ? `Afterwards: award notice within ${after.period.length} days. ${where(after.cites)}` : '',
  ]
    .filter(Boolean)
    .join('\n\n')
}

const pageText = (): string =>
  [
    HEAD,
    '## Numbers',
    table(
      ['Number', 'Amount', 'Unit', 'From', 'To', 'Where', 'Verified by'],
      [...AMOUNTS, ...PERIODS, ...CAPS].map(number),
    ),
    '## Routes',
    'Worked out here for goods (the light regime: an annex 2 service) of SEK 300,000, begun on 24 November 2026, electronic, before anyone has answered.',
    ...inOrder.map(routePart),
  ].join('\n\n')

test('every rule stands on the page for lawyers, with its places', async () => {
  const text = await format(pageText(), { ...(await resolveConfig(PAGE)), parser: 'markdown' })
  await expect(text).toMatchFileSnapshot(PAGE)
  expect(text.match(/^### /gm)).toHaveLength(inOrder.length)
})
