/** Why a route is lawful or not: each condition, whether it holds, who judged it, and where it stands. What is open is asked there. */
import { hrefIn, fieldId, type Reader } from '../../web/index.js'
import { ANSWERED_BY_FIELD, OFFICES, type Fields, type Office } from '../asked.js'
import { questionOf } from '../plan.js'
import type { Question } from '../rules/questions.js'
import type { Reason } from '../rules/reason.js'
import { Cites } from './cites.js'

interface ReasonsProps {
  readonly reader: Reader
  readonly reasons: readonly Reason[]
  readonly fields: Fields
  /** Where each question is asked on this page. */
  readonly first: ReadonlyMap<Question, Reason>
}

/** The id of the planner's form, which holds every control of the answer. */
export const PLAN = 'plan'

export function Reasons(props: ReasonsProps) {
  return (
    <ul class="law-reasons">
      {props.reasons.map((reason) => (
        <li>
          <OneReason {...props} reason={reason} />
        </li>
      ))}
    </ul>
  )
}

function OneReason(props: ReasonsProps & { reason: Reason }) {
  const { reader, reason } = props
  const question = questionOf(reason)
  const parts = reason.anyOf ?? reason.allOf
  return (
    <>
      <p>
        <Holds reader={reader} reason={reason} question={question} /> {reader.words.of(reason.because)}
      </p>
      {question ? <Judged {...props} question={question} /> : <FindOut reader={reader} reason={reason} />}
      <Cites reader={reader} cites={reason.cites} />
      {parts ? (
        <details class="law-parts" open={parts.some(({ by }) => by)}>
          <summary class="quiet-summary">
            {reader.words('law.page.parts', { count: parts.length, how: reason.anyOf ? 'any' : 'all' })}
          </summary>
          <Reasons {...props} reasons={parts} />
        </details>
      ) : null}
    </>
  )
}

type OfReason = Pick<ReasonsProps, 'reader'> & { reason: Reason }

function Holds({ reader, reason: { holds }, question }: OfReason & { question: Question | undefined }) {
  const kind = question ? 'question' : 'fact'
  return <span class={`law-holds law-holds-${holds}`}>{reader.words('law.page.holds', { holds, kind })}</span>
}

function FindOut({ reader, reason: { findOut, holds } }: OfReason) {
  return findOut && holds === 'unknown' ? <p class="law-find-out">{reader.words.of(findOut)}</p> : null
}

/** Who judged it, and the choice itself at its first place on the page. */
function Judged({ reader, reason, fields, first, question }: ReasonsProps & { reason: Reason; question: Question }) {
  const { words } = reader
  const field = ANSWERED_BY_FIELD[question]
  const by = reason.by ? (
    <p class="law-by">{words('law.page.judgedBy', { office: officeName(reader, reason.by) })}</p>
  ) : null
  if (field && !fields.has(`answers.${question}`))
    return (
      <>
        {by}
        <p class="law-asked">
          <a class="ds-link" href={`#${fieldId(field)}`}>
            {words('law.page.inTheForm')}
          </a>
        </p>
      </>
    )
  return (
    <>
      {by}
      {first.get(question) === reason ? <Choice reader={reader} question={question} fields={fields} /> : null}
    </>
  )
}

export const officeName = ({ words }: Pick<Reader, 'words'>, by: string): string =>
  (OFFICES as readonly string[]).includes(by) ? words(`law.page.office.${by as Office}`) : by

/** An answer from before keeps who gave it. */
function Choice({ reader, question, fields }: { reader: Reader; question: Question; fields: Fields }) {
  const given = fields.get(`answers.${question}`)
  const [says = 'unknown'] = given?.split('.') ?? []
  return (
    <fieldset class="law-choice">
      <legend class="ds-sr-only">{reader.words(`law.question.${question}`)}</legend>
      {(['yes', 'no', 'unknown'] as const).map((one) => (
        <span>
          <input
            type="radio"
            form={PLAN}
            id={`${question}-${one}`}
            name={`answers.${question}`}
            value={one === says && given ? given : one}
            checked={one === says}
          />
          <label for={`${question}-${one}`}>{reader.words('law.page.choice', { says: one })}</label>
        </span>
      ))}
    </fieldset>
  )
}

export const plannerHref = (reader: Reader, query: string): string => hrefIn(reader, `/routes${query && `?${query}`}`)
