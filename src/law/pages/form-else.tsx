/** What else decides: folded in the form, since few cases turn on it. */
import type { Day } from '../../kit/day.js'
import { Disclosure, Field, type Reader } from '../../web/index.js'
import type { Fields } from '../asked.js'
import { OWN_TIMES } from '../rules/case.js'

export interface FormError {
  readonly field: string
  readonly message: string
}
export interface PlanFormProps {
  readonly reader: Reader
  readonly fields: Fields
  readonly today: Day
  readonly error?: FormError | undefined
}
export type Part = PlanFormProps & {
  readonly of: (name: string) => { value: string | undefined; error: string | undefined }
}

const FOLDED = /^(value\.most|similar|begunOn|electronic|ownDays\.|frameworkYears|change\.|meetings|city\.)/

export function Else(props: Part) {
  const { reader, of, error } = props
  const { words } = reader
  const number = { reader, width: 'short', inputmode: 'decimal', optional: true, unmarked: true } as const
  return (
    <Disclosure summary={words('law.page.form.else')} open={error !== undefined && FOLDED.test(error.field)}>
      <div class="form">
        <Field {...number} name="value.most" label={words('law.page.form.most')} suffix="kr" {...of('value.most')} />
        <Field
          {...number}
          name="similar"
          label={words('law.page.form.similar')}
          hint={words('law.page.form.similarHint')}
          suffix="kr"
          {...of('similar')}
        />
        <OwnTimes {...props} />
        <City {...props} />
        <Terms {...props} />
      </div>
    </Disclosure>
  )
}

function OwnTimes({ reader, of }: Part) {
  const { words } = reader
  const times = [...OWN_TIMES.local, ...OWN_TIMES.sufficient]
  return (
    <fieldset class="choices law-times" id="own-times">
      <legend>{words('law.page.form.ownTimes')}</legend>
      <p class="field-hint">{words('law.page.form.ownTimesHint')}</p>
      {times.map((name) => (
        <Field
          reader={reader}
          name={`ownDays.${name}`}
          label={words(`law.stage.${name}`)}
          width="short"
          inputmode="numeric"
          optional
          unmarked
          suffix={words('law.page.form.daysOf', { kind: isLocal(name) ? 'local' : 'sufficient' })}
          {...of(`ownDays.${name}`)}
        />
      ))}
    </fieldset>
  )
}

export const isLocal = (name: string): boolean => (OWN_TIMES.local as readonly string[]).includes(name)

/** What makes the likely day later here: when the committee meets, what an officer may decide, July. */
function City({ reader, of }: Part) {
  const { words } = reader
  const plain = { reader, optional: true, unmarked: true } as const
  return (
    <>
      <Field
        {...plain}
        name="meetings"
        label={words('law.page.form.meetings')}
        hint={words('law.page.form.meetingsHint')}
        {...of('meetings')}
      />
      <Field
        {...plain}
        name="city.handInDays"
        width="short"
        inputmode="numeric"
        label={words('law.page.form.handIn')}
        {...of('city.handInDays')}
      />
      <Field
        {...plain}
        name="city.delegationBelow"
        width="short"
        inputmode="decimal"
        suffix="kr"
        label={words('law.page.form.delegation')}
        {...of('city.delegationBelow')}
      />
      <Field
        {...plain}
        name="city.closedJuly"
        kind="select"
        label={words('law.page.form.july')}
        empty={false}
        options={['false', 'true'].map((value) => ({ value, label: words('law.page.form.isClosed', { value }) }))}
        {...of('city.closedJuly')}
      />
    </>
  )
}

function Terms({ reader, of }: Part) {
  const { words } = reader
  const plain = { reader, width: 'short', optional: true, unmarked: true } as const
  const begunOn = of('begunOn')
  return (
    <>
      <Field
        {...plain}
        name="begunOn"
        kind="date"
        label={words('law.page.form.begunOn')}
        hint={words('law.page.form.begunOnHint')}
        {...begunOn}
      />
      <Field
        {...plain}
        name="electronic"
        kind="select"
        label={words('law.page.form.electronic')}
        empty={false}
        options={['true', 'false'].map((value) => ({ value, label: words('law.page.form.isElectronic', { value }) }))}
        {...of('electronic')}
      />
      <Field
        {...plain}
        name="frameworkYears"
        inputmode="numeric"
        label={words('law.page.form.frameworkYears')}
        {...of('frameworkYears')}
      />
      {(['contract', 'increase', 'earlier'] as const).map((name) => (
        <Field
          {...plain}
          name={`change.${name}`}
          inputmode="decimal"
          suffix="kr"
          label={words('law.page.form.change', { name })}
          {...of(`change.${name}`)}
        />
      ))}
    </>
  )
}
