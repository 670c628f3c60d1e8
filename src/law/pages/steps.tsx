/** A route's steps in days: what is sent when, which kind of time each is, and why each last day is the day it is. */
import { dayInWords, type Day } from '../../kit/day.js'
import { Table, Tag, Why, type Reader } from '../../web/index.js'
import { onlyOnce } from '../plan.js'
import type { Answered } from '../rules/answer.js'
import type { Calendar, Step } from '../rules/calendar.js'
import type { Reckoned } from '../rules/days/reckon.js'
import type { Cited } from '../rules/cites.js'

interface StepsProps {
  readonly reader: Reader
  readonly answered: Answered
  readonly calendar: Calendar
  readonly withOwn?: boolean
}
interface Line {
  readonly name: string
  readonly kind: string | undefined
  readonly on: Day | undefined
  readonly sent: string | undefined
  readonly last: { readonly day: Day; readonly reckoned?: Reckoned; readonly cites: readonly Cited[] }
}

export function StepTable({ reader, answered, calendar, withOwn }: StepsProps) {
  const { words, language } = reader
  return (
    <Table
      caption={words('law.page.steps.of', {
        route: words(`law.route.${answered.route}`),
        own: withOwn ? 'yes' : 'no',
      })}
      captionHidden
      dense
      columns={[
        {
          label: words('law.page.steps.step'),
          cell: ({ name, kind }: Line) => (
            <>
              {name} {kind ? <Tag>{kind}</Tag> : null}
            </>
          ),
        },
        {
          label: words('law.page.steps.sent'),
          cell: ({ on, sent }) => (on ? [sent, dayInWords(on, language)].filter(Boolean).join(', ') : ''),
        },
        { label: words('law.page.steps.last'), cell: ({ last }) => <Because reader={reader} {...last} /> },
      ]}
      rows={linesOf(reader, answered, calendar)}
      empty={words('law.page.steps.none')}
    />
  )
}

export function linesOf(reader: Reader, { afterwards, earliest }: Answered, { steps, firstDay }: Calendar): Line[] {
  const { words } = reader
  const lines = steps.map((step) => lineOf(reader, step))
  if (firstDay) {
    const name = words('law.page.steps.contract')
    lines.push({ name, kind: undefined, on: undefined, sent: undefined, last: { day: firstDay, cites: [] } })
  }
  if (afterwards && firstDay && firstDay === earliest.firstDay) {
    const { reckoned, cites } = afterwards
    const name = words('law.page.steps.afterwards')
    lines.push({
      ...{ name, kind: words('law.page.kind.statutory'), on: undefined, sent: undefined },
      last: { day: reckoned.lastDay, reckoned, cites },
    })
  }
  return lines
}

const lineOf = ({ words }: Reader, { kind, name, from, to, reckoned, cites }: Step): Line => ({
  name: words(`law.stage.${name}`),
  kind: words(`law.page.kind.${kind}`),
  on: from,
  sent: kind === 'local' ? undefined : words('law.page.sent', { name }),
  last: { day: to, reckoned, cites },
})

interface BecauseProps {
  readonly reader: Reader
  readonly day: Day
  readonly reckoned?: Reckoned | undefined
  readonly cites: readonly Cited[]
  /** The step that ends on that day, where it is not said beside it. */
  readonly name?: Step['name'] | undefined
}

/** A day that opens how it was counted. */
export function Because({ reader, day, reckoned, cites, name }: BecauseProps) {
  const { words, language } = reader
  const written = dayInWords(day, language)
  if (!reckoned) return <strong>{written}</strong>
  return (
    <Why
      reader={reader}
      summary={name ? words('law.page.steps.until', { name: words(`law.stage.${name}`), day: written }) : written}
      about={words('law.page.steps.why')}
      rows={reckoned.steps.map((step) => ({ label: dayInWords(step.day, language), value: words.of(step.because) }))}
      sources={onlyOnce([...cites, ...reckoned.steps.flatMap((step) => step.cites)])}
    />
  )
}
