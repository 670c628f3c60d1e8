/** A period counted as the law counts it, day by day, with the place of each step. */
import { dayInWords, type Day } from '../../kit/day.js'
import {
  Button,
  Choices,
  ErrorSummary,
  Field,
  Figures,
  Form,
  hrefIn,
  Page,
  Section,
  Table,
  type Reader,
} from '../../web/index.js'
import type { Reckoned } from '../rules/days/reckon.js'
import type { DayStep } from '../rules/days/step.js'
import { Cites } from './cites.js'
import type { FormError } from './form-else.js'

export const UNITS = ['days', 'workingDays', 'months'] as const

export interface DaysProps {
  readonly reader: Reader
  readonly today: Day
  readonly fields: ReadonlyMap<string, string>
  readonly reckoned?: Reckoned | undefined
  readonly error?: FormError | undefined
}

export function DaysPage(props: DaysProps) {
  const { reader, reckoned, error } = props
  const { words } = reader
  return (
    <Page
      reader={reader}
      title={words('law.page.days.title')}
      lead={words('law.page.days.lead')}
      trail={[{ href: hrefIn(reader, '/routes'), label: words('law.page.nav') }]}
    >
      <ErrorSummary reader={reader} errors={error ? [error] : []} />
      <DaysForm {...props} />
      {reckoned ? <Counted reader={reader} reckoned={reckoned} /> : null}
    </Page>
  )
}

function DaysForm({ reader, today, fields, error }: DaysProps) {
  const { words } = reader
  const errorOf = (name: string) => (error?.field === name ? error.message : undefined)
  return (
    <Form method="get" action={hrefIn(reader, '/routes/days')} label={words('law.page.days.title')}>
      <Field
        reader={reader}
        name="from"
        kind="date"
        label={words('law.page.days.from')}
        hint={words('law.page.days.fromHint')}
        width="short"
        value={fields.get('from') ?? today}
        error={errorOf('from')}
      />
      <Field
        reader={reader}
        name="length"
        label={words('law.page.days.length')}
        width="short"
        inputmode="numeric"
        value={fields.get('length')}
        error={errorOf('length')}
      />
      <Choices
        reader={reader}
        name="unit"
        legend={words('law.page.days.unit')}
        choices={UNITS.map((value) => ({ value, label: words('law.page.days.units', { unit: value }) }))}
        chosen={fields.get('unit') ?? 'days'}
      />
      <Choices
        reader={reader}
        name="way"
        legend={words('law.page.days.way')}
        choices={(['on', 'backward', 'setHour'] as const).map((value) => ({
          value,
          label: words('law.page.days.ways', { way: value }),
        }))}
        chosen={fields.get('way') ?? 'on'}
      />
      <Button>{words('law.page.days.count')}</Button>
    </Form>
  )
}

function Counted({ reader, reckoned }: { reader: Reader; reckoned: Reckoned }) {
  const { words, language } = reader
  const backward = reckoned.period.backward ? 'yes' : 'no'
  return (
    <Section title={words('law.page.days.answer')}>
      <Figures
        figures={[{ label: words('law.page.days.last', { backward }), value: dayInWords(reckoned.lastDay, language) }]}
      />
      <Table
        caption={words('law.page.days.steps')}
        columns={[
          { label: words('law.page.days.day'), kind: 'day', cell: ({ day }: DayStep) => dayInWords(day, language) },
          {
            label: words('law.page.why'),
            kind: 'long',
            cell: ({ because, cites }) => (
              <>
                {words.of(because)}
                <Cites reader={reader} cites={cites} />
              </>
            ),
          },
        ]}
        rows={reckoned.steps}
        empty=""
      />
    </Section>
  )
}
