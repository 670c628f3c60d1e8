/** The lawful ways into an opening: what to ask first, the two dates, and folded away each route with its law. */
import { dayInWords, type Day } from '../kit/day.js'
import { plannerAddress, WhyRoute, type Answered, type Verified } from '../law/index.js'
import { Disclosure, Facts, hrefIn, type Reader, Tag } from '../web/index.js'
import type { Numbers } from './numbers.js'
import type { Opening } from './report.js'
import { waysInto, type Known, type Ways } from './routes.js'

interface RoutesProps {
  readonly reader: Reader
  readonly opening: Opening
  readonly numbers: Numbers
  readonly known: Known
}

export function Routes({ reader, opening, numbers, known }: RoutesProps) {
  const { words } = reader
  const { procurement, renewal, holders } = opening
  const ways = waysInto({ category: procurement.category, renewal, held: holders.length > 0 }, numbers, known)
  const isThere = ways.answers.some(({ route }) => route === 'throughSupplier')
  const isKnown = renewal.kind === 'ahead' ? 'yes' : 'no'
  return (
    <div class="fit-routes">
      {isThere ? <p>{words('fit.routes.through', { known: isKnown })}</p> : null}
      <p>{datesOf(ways, opening, reader).join(' ')}</p>
      {ways.plan ? (
        <WhyRoute
          reader={reader}
          about={words(`law.route.${ways.plan.route}`)}
          calendar={ways.plan.calendar}
          verified={known.law.verified}
        />
      ) : null}
      <Disclosure summary={words('fit.routes.all', { count: ways.answers.length })}>
        {ways.belowLimit === undefined ? null : <p>{words('fit.routes.belowLimit', { kronor: ways.belowLimit })}</p>}
        <Facts
          facts={ways.answers.map((answered) => ({
            label: words(`law.route.${answered.route}`),
            value: <OneRoute reader={reader} answered={answered} verified={known.law.verified} />,
          }))}
        />
        <p>
          <a class="ds-link" href={hrefIn(reader, plannerAddress(ways.case))}>
            {words('fit.routes.planner')}
          </a>
        </p>
      </Disclosure>
    </div>
  )
}

/** When a new contract can be made at the earliest and likely; and when to begin, where this one's end is known. */
function datesOf({ open, plan }: Ways, { renewal }: Opening, { words, language }: Reader): string[] {
  const told = (on: Day) => dayInWords(on, language)
  const likely = open.likely.firstDay
  const first = words('fit.routes.open', {
    earliest: told(open.earliest.firstDay!),
    likely: likely ? told(likely) : '',
    known: likely ? 'yes' : 'no',
  })
  if (renewal.kind !== 'ahead' || !plan) return [first]
  const end = told(renewal.endsOn)
  return [
    first,
    plan.startBy ? words('fit.routes.startBy', { day: told(plan.startBy), end }) : words('fit.routes.tooLate', { end }),
  ]
}

function OneRoute({ reader, answered, verified }: { reader: Reader; answered: Answered; verified: Verified }) {
  const { words } = reader
  const { route, verdict, because, cites, earliest } = answered
  const about = words(`law.route.${route}`)
  return (
    <>
      <Tag kind={verdict === 'lawful' ? 'quiet' : 'unverified'}>{words(`law.verdict.${verdict}`)}</Tag>{' '}
      {verdict === 'unlawful' ? null : whenOf(answered, reader)}
      <WhyRoute
        reader={reader}
        about={about}
        reasons={because}
        cites={cites}
        calendar={earliest.steps.length > 0 ? earliest : undefined}
        verified={verified}
      />
    </>
  )
}

/** The earliest day by the law's own times, and the likely one where the buyer's own are said. */
function whenOf({ earliest, likely }: Answered, { words, language }: Reader): string {
  const [first, probable] = [earliest.firstDay, likely.firstDay]
  if (!first) return words('fit.routes.needsTime', { time: words(`law.stage.${earliest.missing[0]!}`) })
  if (earliest.steps.length === 0) return words('fit.routes.atOnce')
  return words('fit.routes.dates', {
    earliest: dayInWords(first, language),
    likely: probable ? dayInWords(probable, language) : '',
    known: probable ? 'yes' : 'no',
  })
}
