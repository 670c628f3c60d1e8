/** The answer to a case: a sentence and what decides it, two figures, the routes in time and side by side, what to begin by when, and what it rests on. */
import { dayInWords, dayOf, type Day } from '../../kit/day.js'
import { Disclosure, Figures, hrefIn, Notice, Section, Unknown, type Reader } from '../../web/index.js'
import { addressOf, type Asked, type Fields } from '../asked.js'
import { firstAsked, missingTimes, questionOf, type Plan } from '../plan.js'
import type { Answered } from '../rules/answer.js'
import { changedSince, type Kept } from '../rules/version.js'
import type { RouteId } from '../rules/routes/route.js'
import { BeginTable } from './begin.js'
import { Cites } from './cites.js'
import { RoutesInTime } from './chart.js'
import { CaseFacts } from './facts.js'
import { Carried } from './form.js'
import { Above, askedAbove, Existing, nameAndVerdict, WhoJudges } from './above.js'
import { RouteView } from './route.js'
import { Because } from './steps.js'

export interface AnswerProps {
  readonly reader: Reader
  readonly asked: Asked
  readonly plan: Plan
  readonly today: Day
  /** The rules that answer now; those that answered when the address was made, and what. */
  readonly rules: {
    readonly now: string
    readonly then?: string | undefined
    readonly kept?: readonly Kept[] | undefined
  }
}

export function Answer(props: AnswerProps) {
  const { reader, plan, asked, rules, today } = props
  const { words } = reader
  const said = sentence(props)
  return (
    <div id="answer" class="law-answer" data-said={said}>
      <Carried fields={asked.fields} />
      <h2>{said}</h2>
      <p class="law-basis">
        {words('law.page.basis', { day: dayInWords(today, reader.language), rules: rulesInWords(reader, rules.now) })}
      </p>
      <Changed {...props} />
      {plan.top === plan.lead ? <Lead {...props} /> : null}
      <Above reader={reader} plan={plan} fields={asked.fields} />
      {plan.top === plan.lead ? null : <Lead {...props} />}
      <Existing reader={reader} answers={plan.existing} />
      <BeginTable {...props} />
      <RoutesInTime reader={reader} plan={plan} today={asked.case.startOn} />
      <SideBySide {...props} />
      <Section title={words('law.page.facts.title')}>
        <CaseFacts reader={reader} asked={asked} />
        <p>{words('law.page.noAdvice')}</p>
        <Files {...props} />
      </Section>
    </div>
  )
}

/** The state of what is asked about first: a route, or whether it may be bought at once. */
function sentence({ reader, plan: { top, lead, asked } }: AnswerProps): string {
  const { words } = reader
  if (!top) return words('law.page.noWay')
  const said = nameAndVerdict(reader, top)
  return asked || top !== lead ? words('law.page.asked', said) : words('law.page.quickest', said)
}

/** The route that may be taken, what of it nobody has verified, and its two days. */
function Lead(props: AnswerProps) {
  const { reader, plan } = props
  if (!plan.lead) return null
  return (
    <>
      {plan.lead === plan.top ? null : (
        <h3 class="law-lead">{reader.words('law.page.quickest', nameAndVerdict(reader, plan.lead))}</h3>
      )}
      <Unverified {...props} />
      <LeadFigures {...props} lead={plan.lead} />
    </>
  )
}

/** `2026-11-24.1a2b3c4d` as a day and what tells two sets of rules of one day apart. */
export function rulesInWords({ words, language }: Reader, version: string): string {
  const [written = '', digest = ''] = version.split('.')
  const on = dayOf(written)
  return on ? words('law.page.rulesOf', { day: dayInWords(on, language), digest }) : version
}

/** An answer that was shared keeps what it said, also when the rules no longer say so. */
function Changed({ reader, plan, rules: { now, then, kept = [] } }: AnswerProps) {
  const { words, language } = reader
  const changed = changedSince(kept, plan.answers).flatMap((route) => kept.find((one) => one.route === route) ?? [])
  if (!then || (then === now && !changed.length)) return null
  return (
    <Notice title={words('law.page.changed', { rules: rulesInWords(reader, then) })}>
      {changed.length ? (
        <ul>
          {changed.map(({ route, verdict, earliest }) => {
            const day = earliest ? dayInWords(earliest, language) : 'none'
            return <li>{words('law.page.changedThen', { route: words(`law.route.${route}`), verdict, day })}</li>
          })}
        </ul>
      ) : (
        words('law.page.changedNone')
      )}
    </Notice>
  )
}

function Unverified({ reader, plan: { lead } }: AnswerProps) {
  if (lead?.verdict !== 'unverified') return null
  const { words } = reader
  return (
    <div class="law-unverified">
      <p>{words('law.page.unverified', { count: lead.unverified.length })}</p>
      <details>
        <summary class="quiet-summary">{words('law.page.unverifiedWhich')}</summary>
        <Cites reader={reader} cites={lead.unverified} />
      </details>
    </div>
  )
}

function LeadFigures({ reader, lead }: AnswerProps & { lead: Answered }) {
  const { words, language } = reader
  if (lead.verdict === 'unlawful') return null
  const { earliest, likely } = lead
  const last = earliest.steps.at(-1)
  const times = (names: readonly string[]) =>
    words('law.page.sayTimes', { times: names.map((name) => words(`law.stage.${name as 'selection'}`)).join(', ') })
  return (
    <Figures
      figures={[
        {
          label: words('law.page.earliestLong'),
          value: earliest.firstDay ? dayInWords(earliest.firstDay, language) : <Unknown reader={reader} />,
          detail: earliest.firstDay ? words('law.page.earliestAbout') : times(earliest.missing),
          why: last ? (
            <Because {...{ reader }} name={last.name} day={last.to} reckoned={last.reckoned} cites={last.cites} />
          ) : undefined,
        },
        {
          label: words('law.page.likelyLong'),
          value: likely.firstDay ? dayInWords(likely.firstDay, language) : <Unknown reader={reader} />,
          detail: likely.firstDay ? words('law.page.likelyAbout') : times(missingTimes(lead)),
        },
      ]}
    />
  )
}

function SideBySide({ reader, asked: { fields }, plan }: AnswerProps) {
  const { words } = reader
  const above = askedAbove(plan.above)
  const first = new Map([...firstAsked(plan.shown)].filter(([question]) => !above.has(question)))
  return (
    <Section title={words('law.page.sideBySide')} lead={words('law.page.sideBySideLead')}>
      {above.size ? null : <WhoJudges reader={reader} fields={fields} />}
      <div class="law-routes">
        {plan.shown.map((answered) => (
          <RouteView {...{ reader, answered, fields, first }} open={answered === plan.lead} />
        ))}
      </div>
      <Further reader={reader} fields={fields} answers={plan.further} />
      <Unlawful reader={reader} fields={fields} answers={plan.unlawful} />
    </Section>
  )
}

interface ListProps {
  readonly reader: Reader
  readonly fields: Fields
  readonly answers: readonly Answered[]
}

/** Each with a test of its own, which is asked when one asks about the route. */
function Further({ reader, fields, answers }: ListProps) {
  const { words } = reader
  if (!answers.length) return null
  return (
    <Disclosure summary={words('law.page.further', { count: answers.length })}>
      <p>{words('law.page.furtherLead')}</p>
      <ul class="law-notes">
        {answers.map(({ route }) => (
          <li>
            <WayLink reader={reader} fields={fields} route={route} /> <span>{words(`law.page.plain.${route}`)}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

/** With the conditions that bar it; asked about, it stands in full. */
function Unlawful({ reader, fields, answers }: ListProps) {
  const { words } = reader
  if (!answers.length) return null
  return (
    <Disclosure summary={words('law.page.unlawful', { count: answers.length })}>
      <ul class="law-notes">
        {answers.map(({ route, because }) => (
          <li>
            <WayLink reader={reader} fields={fields} route={route} />
            {because
              .filter(({ holds }) => holds === 'no')
              .map((reason) => (
                <>
                  <p>
                    {words.of(reason.because)}{' '}
                    {words('law.page.holdsNot', { kind: questionOf(reason) ? 'question' : 'fact' })}
                  </p>
                  <Cites reader={reader} cites={reason.cites} />
                </>
              ))}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

function WayLink({ reader, fields, route }: Pick<ListProps, 'reader' | 'fields'> & { route: RouteId }) {
  return (
    <a class="ds-link" href={hrefIn(reader, `/routes?${addressOf(fields, { way: route })}`)}>
      {reader.words(`law.route.${route}`)}
    </a>
  )
}

function Files({ reader, asked: { fields } }: AnswerProps) {
  const { words } = reader
  return (
    <p class="law-file">
      {words('law.page.share')}{' '}
      <a class="ds-link" href={hrefIn(reader, `/routes.json?${addressOf(fields)}`)}>
        JSON
      </a>
    </p>
  )
}
