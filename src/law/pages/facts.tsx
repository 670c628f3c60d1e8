/** The case as it was stated, for the file: what was said, and who judged what. */
import { dayInWords } from '../../kit/day.js'
import { countInWords, moneyExactly, sek } from '../../kit/money.js'
import { Facts, Unknown, type Reader } from '../../web/index.js'
import type { Asked } from '../asked.js'
import { UNKNOWN_VALUE, type Case } from '../rules/case.js'
import { officeName } from './reasons.js'
import { isLocal } from './form-else.js'

interface Line {
  readonly label: string
  readonly value: string | undefined
}

export function CaseFacts({ reader, asked }: { reader: Reader; asked: Asked }) {
  const facts = [
    ...linesOf(reader, asked),
    ...termLines(reader, asked.case),
    ...cityLines(reader, asked.case),
    ...answerLines(reader, asked.case),
  ]
  return <Facts facts={facts.map(({ label, value }) => ({ label, value: value ?? <Unknown reader={reader} /> }))} />
}

function linesOf(reader: Reader, { case: c, fields, has }: Asked): Line[] {
  const { words, language } = reader
  const trial = fields.get('trial') as 'none' | undefined
  return [
    { label: words('law.page.facts.subject'), value: words(`law.page.subject.${c.subject}`) },
    { label: words('law.page.facts.value'), value: valueOf(reader, c) },
    { label: words('law.page.facts.recurs'), value: c.recurs && words(`law.page.recurs.${c.recurs}`) },
    { label: words('law.page.facts.trial'), value: trial && words(`law.page.trial.${trial}`) },
    { label: words('law.page.facts.has'), value: has && words(`law.page.has.${has}`) },
    { label: words('law.page.facts.begunOn'), value: dayInWords(c.begunOn, language) },
    { label: words('law.page.facts.startOn'), value: dayInWords(c.startOn, language) },
    ...(c.neededBy ? [{ label: words('law.page.facts.neededBy'), value: dayInWords(c.neededBy, language) }] : []),
    {
      label: words('law.page.form.electronic'),
      value: words('law.page.form.isElectronic', { value: String(c.electronic) }),
    },
  ]
}

function valueOf(reader: Reader, { value: { least, most } }: Case): string | undefined {
  if (most === UNKNOWN_VALUE.most) return undefined
  const [from, to] = [money(reader, least), money(reader, most)]
  return least === most ? from : `${from} – ${to}`
}
const money = ({ language }: Reader, ore: number): string => moneyExactly(sek(ore), language)

/** What of the city's own calendar makes the likely day later. */
function cityLines(reader: Reader, { city = {} }: Case): Line[] {
  const { words, language } = reader
  const { meetings, handInDays, delegationBelow, closedJuly } = city
  return [
    ...(meetings?.length
      ? [
          {
            label: words('law.page.form.meetings'),
            value: meetings.map((day) => dayInWords(day, language)).join(', '),
          },
        ]
      : []),
    ...(handInDays === undefined
      ? []
      : [{ label: words('law.page.form.handIn'), value: countInWords(handInDays, language) }]),
    ...(delegationBelow === undefined
      ? []
      : [{ label: words('law.page.form.delegation'), value: money(reader, delegationBelow) }]),
    ...(closedJuly
      ? [{ label: words('law.page.form.july'), value: words('law.page.form.isClosed', { value: 'true' }) }]
      : []),
  ]
}

function termLines(reader: Reader, { parts, ownDays = {}, frameworkYears, change, category }: Case): Line[] {
  const { words, language } = reader
  const similar = parts?.find(({ part }) => part === 'similar')
  return [
    ...(similar ? [{ label: words('law.page.facts.similar'), value: money(reader, similar.most) }] : []),
    ...(category ? [{ label: 'CPV', value: category }] : []),
    ...Object.entries(ownDays).map(([name, days]) => ({
      label: words(`law.stage.${name as 'selection'}`),
      value: `${countInWords(days, language)} ${words('law.page.form.daysOf', { kind: isLocal(name) ? 'local' : 'sufficient' })}`,
    })),
    ...(frameworkYears === undefined
      ? []
      : [{ label: words('law.page.form.frameworkYears'), value: countInWords(frameworkYears, language) }]),
    ...Object.entries(change ?? {}).map(([name, ore]) => ({
      label: words('law.page.form.change', { name }),
      value: money(reader, ore),
    })),
  ]
}

const answerLines = (reader: Reader, { answers }: Case): Line[] =>
  Object.entries(answers).map(([question, { says, by }]) => ({
    label: reader.words(`law.question.${question as 'notSplit'}`),
    value: reader.words('law.page.facts.answered', { says, office: officeName(reader, by) }),
  }))
