/** The lawful ways into an opening: in a sentence or two, and folded away each route with its dates and its law. */
import { dayInWords } from '../kit/day.js'
import { plannerAddress, WhyRoute, type Answered, type Verified } from '../law/index.js'
import { Disclosure, Facts, hrefIn, type Reader, Tag } from '../web/index.js'
import type { Numbers } from './numbers.js'
import type { Opening } from './report.js'
import type { Known } from './routes.js'
import { openInWords, routesInWords, waysOf } from './routes-words.js'

interface RoutesProps {
  readonly reader: Reader
  readonly opening: Opening
  readonly numbers: Numbers
  readonly known: Known
}

/** Said once where it holds for every opening that is shown. */
export function OpenToday({
  reader,
  openings,
  numbers,
  known,
}: Omit<RoutesProps, 'opening'> & { openings: readonly Opening[] }) {
  const said = new Set(openings.map((one) => openInWords(waysOf(one, numbers, known), reader.words)))
  return (
    <>
      {[...said].map((sentence) => (
        <p>{sentence}</p>
      ))}
    </>
  )
}

export function Routes({ reader, opening, numbers, known }: RoutesProps) {
  const { words } = reader
  const ways = waysOf(opening, numbers, known)
  const said = routesInWords(ways, opening.renewal, words)
  return (
    <div class="fit-routes">
      {said ? <p>{said}</p> : null}
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
