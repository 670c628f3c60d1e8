/** One route: in a line whether it is lawful and when, and opened why, by which steps, and what would turn it. */
import { dayInWords, type Day } from '../../kit/day.js'
import { wordsFor } from '../../kit/words/index.js'
import { Button, Disclosure, hrefIn, otherLanguage, Unknown, type Reader } from '../../web/index.js'
import { addressOf, type Fields } from '../asked.js'
import { flat, missingTimes, questionOf } from '../plan.js'
import type { Answered } from '../rules/answer.js'
import type { Question } from '../rules/questions.js'
import type { Reason } from '../rules/reason.js'
import { Notes } from './cites.js'
import { isLocal } from './form-else.js'
import { PLAN, Reasons } from './reasons.js'
import { StepTable } from './steps.js'

export interface RouteProps {
  readonly reader: Reader
  readonly answered: Answered
  readonly fields: Fields
  readonly first: ReadonlyMap<Question, Reason>
  readonly open?: boolean
}

export function RouteView(props: RouteProps) {
  const { reader, answered, open } = props
  const { words } = reader
  const { route, verdict, earliest, likely } = answered
  const isBarred = verdict === 'unlawful'
  return (
    <details class="law-route" id={`way-${route}`} open={open}>
      <summary>
        <span class="law-route-name">{words(`law.route.${route}`)}</span>
        <span class={`law-verdict law-verdict-${verdict}`}>{words(`law.verdict.${verdict}`)}</span>
        <RouteDay reader={reader} label={words('law.page.earliest')} day={isBarred ? 'barred' : earliest.firstDay} />
        <RouteDay reader={reader} label={words('law.page.likely')} day={isBarred ? 'barred' : likely.firstDay} />
      </summary>
      <div class="law-route-body" id={route}>
        <RouteBody {...props} />
      </div>
    </details>
  )
}

/** A route that may not be taken has no day to show. */
function RouteDay({ reader, label, day }: { reader: Reader; label: string; day: Day | undefined | 'barred' }) {
  return (
    <span class="law-route-day">
      <span class="law-route-label">{label} </span>
      {day === 'barred' ? '–' : day ? dayInWords(day, reader.language) : <Unknown reader={reader} />}
    </span>
  )
}

export function RouteBody(props: RouteProps) {
  const { reader, answered, fields } = props
  const { words, language } = reader
  const other = otherLanguage(language)
  return (
    <>
      <p>
        {words(`law.page.plain.${answered.route}`)}{' '}
        <span class="quiet">
          {words('law.page.otherName')} <i lang={other}>{wordsFor(other)(`law.route.${answered.route}`)}</i>.
        </span>
      </p>
      <Turning reader={reader} answered={answered} />
      <h3>{words('law.page.why')}</h3>
      <Reasons {...props} reasons={answered.because} />
      <Times reader={reader} answered={answered} fields={fields} />
      <Answering reader={reader} answered={answered} />
      {answered.verdict === 'unlawful' ? null : <Dates reader={reader} answered={answered} fields={fields} />}
      <Notes reader={reader} title={words('law.page.bounds')} notes={answered.bounds} />
      <Notes reader={reader} title={words('law.page.quickerBy')} notes={answered.quicker} />
      <Notes reader={reader} title={words('law.page.risks')} notes={answered.risks} />
    </>
  )
}

/** Where every condition would turn it, the reasons beneath say so already. */
function Turning({ reader: { words }, answered: { turns, because } }: Pick<RouteProps, 'reader' | 'answered'>) {
  if (turns.length === 0 || turns.length === because.length) return null
  return (
    <>
      <h3>{words('law.page.turns', { count: turns.length })}</h3>
      <ul>
        {turns.map(({ because }) => (
          <li>{words.of(because)}</li>
        ))}
      </ul>
    </>
  )
}

/** Times that only the buyer can say, asked where the route's days wait for them. */
function Times({ reader, answered, fields }: Pick<RouteProps, 'reader' | 'answered' | 'fields'>) {
  const { words } = reader
  const missing = missingTimes(answered)
  if (!missing.length || answered.verdict === 'unlawful') return null
  return (
    <fieldset class="law-missing">
      <legend>{words('law.page.missing')}</legend>
      {missing.map((name) => (
        <span>
          <label for={`${answered.route}-${name}`}>{words(`law.stage.${name}`)}</label>
          <input
            class="ds-input"
            form={PLAN}
            id={`${answered.route}-${name}`}
            name={`ownDays.${name}`}
            inputmode="numeric"
            value={fields.get(`ownDays.${name}`)}
            size={3}
          />
          {words('law.page.form.daysOf', { kind: isLocal(name) ? 'local' : 'sufficient' })}
        </span>
      ))}
    </fieldset>
  )
}

/** The button puts this route first in what is shown next; with script each answer is taken at once. */
function Answering({ reader, answered }: Pick<RouteProps, 'reader' | 'answered'>) {
  const isAsked = flat(answered.because).some((reason) => questionOf(reason)) || missingTimes(answered).length > 0
  if (!isAsked) return null
  return (
    <p class="law-answering">
      <Button kind="secondary" form={PLAN} name="way" value={answered.route}>
        {reader.words('law.page.answer')}
      </Button>
    </p>
  )
}

function Dates({ reader, answered, fields }: Pick<RouteProps, 'reader' | 'answered' | 'fields'>) {
  const { words } = reader
  const { earliest, likely, route } = answered
  const hasOwn = likely.firstDay !== undefined && likely.steps.some(({ kind }) => kind === 'local')
  return (
    <>
      <h3>{words('law.page.steps.title')}</h3>
      <StepTable reader={reader} answered={answered} calendar={earliest} />
      {hasOwn ? (
        <Disclosure summary={words('law.page.steps.withOwn')}>
          <StepTable reader={reader} answered={answered} calendar={likely} withOwn />
        </Disclosure>
      ) : null}
      {earliest.firstDay ? (
        <p class="law-file">
          <a class="ds-link" href={hrefIn(reader, `/routes.ics?${addressOf(fields, { way: route })}`)}>
            {words('law.page.ics')}
          </a>
        </p>
      ) : null}
    </>
  )
}
