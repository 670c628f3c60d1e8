/** The routes side by side in time. Court review stands beside the dates, drawn from the mean time that the statistic gives. */
import { addDays, dayInWords, type Day } from '../../kit/day.js'
import { Calendar, type CalendarRow, type CalendarStep, type Reader } from '../../web/index.js'
import { mayBe, missingTimes, shownCalendar, type Plan } from '../plan.js'
import type { Answered } from '../rules/answer.js'
import { courtReview } from '../rules/numbers/court-review.js'

const MOST = 10
const COURT_REVIEW_DAYS = Math.round((Number(courtReview.because.args['months']) * 365.25) / 12)

export function RoutesInTime({ reader, plan, today }: { reader: Reader; plan: Plan; today: Day }) {
  const { words } = reader
  return (
    <Calendar
      reader={reader}
      title={words('law.page.chart.title')}
      description={words('law.page.chart.about')}
      today={today}
      goal={plan.case.neededBy}
      rows={plan.shown
        .filter(mayBe)
        .slice(0, MOST)
        .map((answered) => rowOf(reader, answered))}
      headings={{
        label: words('law.page.way'),
        steps: words('law.page.steps.title'),
        earliest: words('law.page.earliest'),
        likely: words('law.page.likely'),
      }}
      names={{
        fixed: words('law.page.kind.statutory'),
        fitting: words('law.page.kind.sufficient'),
        own: words('law.page.kind.local'),
        risk: words('law.page.kind.risk'),
        earliest: words('law.page.earliest'),
        likely: words('law.page.likely'),
        goal: words('law.page.chart.goal'),
      }}
    />
  )
}

const KIND = { statutory: 'fixed', sufficient: 'fitting', local: 'own' } as const

function rowOf(reader: Reader, answered: Answered): CalendarRow {
  const { words, language } = reader
  const calendar = shownCalendar(answered)
  const missing = missingTimes(answered)
  const steps = calendar.steps.map(({ kind, name, from, to }): CalendarStep => ({
    ...{ kind: KIND[kind], label: words(`law.stage.${name}`), to },
    from: kind === 'local' ? addDays(from, 1) : from,
  }))
  const earliest = answered.earliest.firstDay
  return {
    label: words(`law.route.${answered.route}`),
    href: `#${answered.route}`,
    text: [words(`law.verdict.${answered.verdict}`), earliest && dayInWords(earliest, language)]
      .filter(Boolean)
      .join(', '),
    steps: [...steps, ...riskOf(reader, answered, calendar.firstDay)],
    earliest,
    likely: answered.likely.firstDay,
    ...(missing.length > 0 && {
      unknown: words('law.page.chart.missing', { times: missing.map((name) => words(`law.stage.${name}`)).join(', ') }),
    }),
  }
}

/** Only where a standstill runs may a tenderer go to court before the contract. */
function riskOf({ words }: Reader, { earliest: { steps } }: Answered, firstDay: Day | undefined): CalendarStep[] {
  if (!firstDay || !steps.some(({ name }) => name.startsWith('standstill'))) return []
  const to = addDays(firstDay, COURT_REVIEW_DAYS)
  return [{ kind: 'risk', label: words('law.page.kind.review'), from: firstDay, to }]
}
