/** The need as an officer states it: a few questions, and folded what else decides. */
import { Button, Choices, ErrorSummary, Field, Form, hrefIn } from '../../web/index.js'
import { HOLDINGS, TRIALS, type Fields } from '../asked.js'
import { RECURS, SUBJECTS } from '../rules/case.js'
import { ROUTES } from '../rules/routes/route.js'
import { Else, type Part, type PlanFormProps } from './form-else.js'
import { PLAN } from './reasons.js'

export function PlanForm(props: PlanFormProps) {
  const { reader, fields, error } = props
  const { words } = reader
  const of: Part['of'] = (name) => ({
    value: fields.get(name),
    error: error?.field === name ? error.message : undefined,
  })
  return (
    <div class="law-form">
      <ErrorSummary reader={reader} errors={error ? [error] : []} />
      <Form
        id={PLAN}
        method="get"
        action={hrefIn(reader, '/routes')}
        label={words('law.page.form.title')}
        live="answer"
      >
        <Need {...props} of={of} />
        <When {...props} of={of} />
        <Has {...props} of={of} />
        <Else {...props} of={of} />
        <Button>{words('law.page.form.show')}</Button>
      </Form>
    </div>
  )
}

/** The fields that the form asks. */
const ASKED =
  /^(subject|value\.\w+|recurs|similar|trial|startOn|neededBy|has|way|begunOn|electronic|frameworkYears|change\.\w+|ownDays\.\w+|meetings|city\.\w+)$/

/**
 * What a link from elsewhere knows and the form does not ask, and every answer from before: a control that is shown comes after
 * and goes before. Stands in the answer, so that it is as new as the answer.
 */
export function Carried({ fields }: { fields: Fields }) {
  return (
    <>
      {[...fields]
        .filter(([name]) => !ASKED.test(name) && name !== 'answeredBy')
        .map(([name, value]) => (
          <input type="hidden" form={PLAN} name={name} value={value} />
        ))}
    </>
  )
}

function Need({ reader, of }: Part) {
  const { words } = reader
  return (
    <>
      <Choices
        reader={reader}
        name="subject"
        legend={words('law.page.form.subject')}
        choices={SUBJECTS.map((value) => ({
          value,
          label: words(`law.page.subject.${value}`),
          description: words(`law.page.subjectAbout.${value}`),
        }))}
        chosen={of('subject').value}
        error={of('subject').error}
      />
      <Field
        reader={reader}
        name="value.least"
        label={words('law.page.form.value')}
        hint={words('law.page.form.valueHint')}
        width="short"
        inputmode="decimal"
        suffix="kr"
        {...of('value.least')}
      />
      <Field
        reader={reader}
        name="recurs"
        kind="select"
        label={words('law.page.form.recurs')}
        options={RECURS.map((value) => ({ value, label: words(`law.page.recurs.${value}`) }))}
        {...of('recurs')}
      />
      <Field
        reader={reader}
        name="trial"
        kind="select"
        label={words('law.page.form.trial')}
        hint={words('law.page.form.trialHint')}
        options={TRIALS.map((value) => ({ value, label: words(`law.page.trial.${value}`) }))}
        {...of('trial')}
      />
    </>
  )
}

function When({ reader, of, today }: Part) {
  const { words } = reader
  const startOn = of('startOn')
  return (
    <div class="law-days">
      <Field
        reader={reader}
        name="startOn"
        kind="date"
        label={words('law.page.form.startOn')}
        width="short"
        value={startOn.value ?? today}
        error={startOn.error}
      />
      <Field
        reader={reader}
        name="neededBy"
        kind="date"
        label={words('law.page.form.neededBy')}
        width="short"
        optional
        unmarked
        {...of('neededBy')}
      />
    </div>
  )
}

function Has({ reader, of }: Part) {
  const { words } = reader
  return (
    <>
      <Field
        reader={reader}
        name="has"
        kind="select"
        label={words('law.page.form.has')}
        options={HOLDINGS.map((value) => ({ value, label: words(`law.page.has.${value}`) }))}
        {...of('has')}
      />
      <Field
        reader={reader}
        name="way"
        kind="select"
        label={words('law.page.form.way')}
        empty={words('law.page.form.anyWay')}
        options={ROUTES.map((value) => ({ value, label: words(`law.route.${value}`) }))}
        unmarked
        optional
        {...of('way')}
      />
    </>
  )
}
