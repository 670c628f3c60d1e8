/** Behind an answer of law: each condition with what is known of it, the days one by one, and the places in the law. */
import { dayInWords } from '../../kit/day.js'
import { say } from '../../kit/words/index.js'
import { Why, type Reader } from '../../web/index.js'
import type { Calendar } from '../rules/calendar.js'
import type { Cited } from '../rules/cites.js'
import type { Reason } from '../rules/reason.js'
import { markedCites, once, type Verified } from '../rules/verified.js'

interface WhyRouteProps {
  readonly reader: Reader
  /** What the answer is about, for those who hear the page. */
  readonly about: string
  readonly reasons?: readonly Reason[]
  readonly calendar?: Calendar | undefined
  readonly cites?: readonly Cited[]
  /** Who has verified what, so that the rest is said to be unverified. */
  readonly verified: Verified
}

export function WhyRoute({ reader, about, reasons = [], calendar, cites = [], verified }: WhyRouteProps) {
  const { words } = reader
  const places = once(markedCites([...cites, ...reasons.flatMap(placesOf), ...countedBy(calendar)], verified))
  const open = reasons.flatMap(alternatives).filter(({ holds }) => holds === 'unknown').length
  return (
    <Why
      reader={reader}
      about={about}
      summary={words('law.contract.why', { count: open })}
      rows={[...reasons.flatMap(alternatives).map(rowOf(reader)), ...stepsOf(reader, calendar)]}
      note={calendar && words('law.contract.ownWork')}
      sources={places}
      confidence={places.some((place) => !place.verified) ? 'unverified' : undefined}
    />
  )
}

/** Of grounds each stands for itself, and what one consists of is for the planner. */
const alternatives = (reason: Reason): readonly Reason[] => reason.anyOf ?? [reason]

const placesOf = (reason: Reason): readonly Cited[] => [...reason.cites, ...(reason.anyOf ?? []).flatMap(placesOf)]

const countedBy = (calendar: Calendar | undefined): readonly Cited[] =>
  (calendar?.steps ?? []).flatMap(({ cites, reckoned }) => [...cites, ...reckoned.steps.flatMap((step) => step.cites)])

const rowOf =
  ({ words }: Reader) =>
  ({ because, holds, by, findOut }: Reason) => ({
    label: words.of(because),
    value:
      holds === 'unknown'
        ? words.of(findOut ?? say('law.judge'))
        : words('law.contract.holds', { holds, said: by ? 'yes' : 'no', by: by ?? '' }),
  })

const stepsOf = ({ words, language }: Reader, calendar: Calendar | undefined) =>
  (calendar?.steps ?? []).map(({ name, from, to }) => ({
    label: words(`law.stage.${name}`),
    value: words('law.contract.fromTo', { from: dayInWords(from, language), to: dayInWords(to, language) }),
  }))
