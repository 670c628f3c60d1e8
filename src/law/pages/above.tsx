/** What stands above the routes: the questions that come first, and who judges them. */
import { dayInWords } from '../../kit/day.js'
import { Button, type Reader } from '../../web/index.js'
import { OFFICES, type Fields } from '../asked.js'
import { firstAsked, type Plan } from '../plan.js'
import type { Answered } from '../rules/answer.js'
import type { Reason } from '../rules/reason.js'
import { PLAN, Reasons } from './reasons.js'

interface AboveProps {
  readonly reader: Reader
  readonly plan: Plan
  readonly fields: Fields
}

/** The questions that come first, and what by a new award would be quicker than the lead, barred or not settled. */
export function Above({ reader, plan, fields }: AboveProps) {
  const { words } = reader
  const first = askedAbove(plan.above)
  return (
    <>
      {plan.above.map((answered) => (
        <div class="law-quicker">
          <h3>
            {answered === plan.top
              ? whatFollows(reader, answered)
              : words('law.page.asked', nameAndVerdict(reader, answered))}
          </h3>
          {answered === plan.lead ? null : <DayOf {...{ reader, answered }} />}
          <Reasons {...{ reader, fields, first }} reasons={answered.because.filter(decides(answered))} />
        </div>
      ))}
      {first.size ? <WhoJudges reader={reader} fields={fields} /> : null}
    </>
  )
}

/** Of the route that the answer opens with, whose state is said already. */
const whatFollows = ({ words }: Reader, { verdict }: Answered): string =>
  verdict === 'unlawful' ? words('law.page.why') : words('law.page.first')

/** Questions that stand above the list, and so not in it. */
export const askedAbove = (above: readonly Answered[]) =>
  firstAsked(above.map((one) => ({ ...one, because: one.because.filter(decides(one)) })))

/** What bars a route is enough to know; of one that is not settled what is open, and what a person has judged and may judge anew. */
const decides =
  ({ verdict }: Answered) =>
  ({ holds, by }: Reason): boolean =>
    verdict === 'unlawful' ? holds === 'no' : holds === 'unknown' || by !== undefined

/** Through what runs: quicker than the lead, after which it stands. */
export function Existing({ reader: { words }, answers }: { reader: Reader; answers: readonly Answered[] }) {
  if (!answers.length) return null
  return (
    <p>
      {words('law.page.existing')}{' '}
      {answers.map(({ route }, at) => (
        <>
          {at ? ', ' : ''}
          <a class="ds-link" href={`#${route}`}>
            {words(`law.route.${route}`)}
          </a>
        </>
      ))}
      .
    </p>
  )
}

function DayOf({
  reader: { words, language },
  answered: { verdict, earliest },
}: {
  reader: Reader
  answered: Answered
}) {
  if (verdict === 'unlawful' || !earliest.firstDay) return null
  return <p>{words('law.page.fromDay', { day: dayInWords(earliest.firstDay, language) })}</p>
}

export const nameAndVerdict = ({ words }: Reader, { route, verdict }: Answered) => ({
  route: words(`law.route.${route}`),
  verdict,
})

/** One for all answers that are given now; what was answered before keeps its own. */
export function WhoJudges({ reader: { words }, fields }: { reader: Reader; fields: Fields }) {
  return (
    <p class="law-who">
      <label for="answered-by">{words('law.page.form.answeredBy')}</label>
      <select class="ds-input" id="answered-by" name="answeredBy" form={PLAN}>
        {OFFICES.map((office) => (
          <option value={office} selected={fields.get('answeredBy') === office}>
            {words(`law.page.office.${office}`)}
          </option>
        ))}
      </select>
      <Button kind="secondary" form={PLAN}>
        {words('law.page.answer')}
      </Button>
    </p>
  )
}
