/** The fit report as a page: what there is and when, the picture of it, the openings, what to do next. */
import { dayInWords } from '../kit/day.js'
import { Actions, Button, Field, Form, hrefIn, Notice, Page, Section, Steps, type Reader } from '../web/index.js'
import { Calendar, KeyFigures } from './key-figures.js'
import { OpeningView } from './opening-view.js'
import { relationName, switchOf } from './pages.js'
import { CategoryLink } from './reasons.js'
import { nextDayOf } from './renewal.js'
import type { Idea } from './idea.js'
import type { Fit, Opening } from './report.js'
import { Spending } from './spending.js'

const FIRST = 5

interface ReportProps {
  readonly reader: Reader
  readonly idea: Idea
  readonly fit: Fit
  /** Every opening, not only the first five. */
  readonly all: boolean
}
type Fields = Readonly<Record<string, string>>

/** What the next form must carry, since nothing is stored. */
const fieldsOf = ({ idea, fit }: ReportProps): Fields => ({
  title: idea.title,
  text: idea.text,
  code: fit.categories.join(' '),
  ...(fit.buyer === undefined ? {} : { buyer: String(fit.buyer) }),
})

export function ReportPage(props: ReportProps) {
  const { reader, idea, fit, all } = props
  const { words } = reader
  const shown = all ? fit.openings : fit.openings.slice(0, FIRST)
  return (
    <Page
      reader={reader}
      title={words('fit.report.title', { title: idea.title })}
      lead={words('fit.report.reach', { reach: reader.reach })}
      switchForm={switchOf(reader, '/fit/report', fieldsOf(props))}
      sent="idea"
      wide
    >
      <KeyFigures reader={reader} fit={fit} />
      <Calendar reader={reader} openings={shown} fit={fit} />
      {fit.buyers.length > 1 && <BuyerFilter {...props} />}
      {fit.openings.length > 0 ? <Openings {...props} shown={shown} /> : <NoFit {...props} />}
      {fit.openings.length > 0 && <Nearest {...props} />}
      <Next reader={reader} openings={shown} />
      <Spending reader={reader} spent={fit.spent} broader={fit.broader} />
      <Chosen {...props} />
    </Page>
  )
}

function BuyerFilter(props: ReportProps) {
  const { reader, fit } = props
  const { words } = reader
  const { buyer: _, ...fields } = fieldsOf(props)
  return (
    <Form action={hrefIn(reader, '/fit/report')} hidden={fields} label={words('fit.buyer.title')}>
      <Field
        reader={reader}
        name="buyer"
        kind="select"
        label={words('fit.buyer.label')}
        width="medium"
        optional
        empty={words('fit.buyer.all', { count: fit.buyers.length })}
        value={fit.buyer === undefined ? undefined : String(fit.buyer)}
        options={fit.buyers.map(({ buyer, name, openings }) => ({
          value: String(buyer),
          label: words('fit.buyer.one', { name, count: openings }),
        }))}
      />
      <Button kind="secondary">{words('fit.buyer.show')}</Button>
    </Form>
  )
}

function Openings(props: ReportProps & { shown: readonly Opening[] }) {
  const { reader, fit, shown } = props
  const { words } = reader
  return (
    <Section title={words('fit.report.found', { count: fit.found })} lead={words('fit.report.order')}>
      {shown.map((opening) => (
        <OpeningView reader={reader} fit={fit} opening={opening} />
      ))}
      {shown.length < fit.openings.length && (
        <Form action={hrefIn(reader, '/fit/report')} hidden={{ ...fieldsOf(props), all: '1' }}>
          <Button kind="secondary">{words('fit.report.more', { count: fit.openings.length })}</Button>
        </Form>
      )}
    </Section>
  )
}

function NoFit(props: ReportProps) {
  const { words, reach } = props.reader
  return (
    <>
      <Notice kind="info" title={words('fit.report.none')}>
        {words('fit.report.noneLead', { reach })}
      </Notice>
      <Nearest {...props} />
    </>
  )
}

function Nearest({ reader, fit }: ReportProps) {
  const { words } = reader
  if (fit.nearest.length === 0) return fit.openings.length ? null : <p>{words('fit.report.nothing')}</p>
  return (
    <Section title={words('fit.report.nearest')} lead={words('fit.report.nearestLead')}>
      {fit.nearest.map((one) => (
        <OpeningView reader={reader} fit={fit} opening={one} />
      ))}
    </Section>
  )
}

const MOST_NAMED = 4

/** Only what can be done today, with the names and dates at hand. */
function Next({ reader, openings }: { reader: Reader; openings: readonly Opening[] }) {
  const { words } = reader
  const [best] = openings
  if (!best) return null
  const holders = [...new Set(openings.flatMap((one) => one.holders.flatMap(({ name }) => name ?? [])))]
  return (
    <Section title={words('fit.next.title')}>
      <Steps
        steps={[
          { title: words('fit.next.read'), body: words('fit.next.readBody', { buyer: best.procurement.buyerName }) },
          ...(holders.length
            ? [
                {
                  title: words('fit.next.partner'),
                  body: words('fit.next.partnerBody', { names: holders.slice(0, MOST_NAMED).join(', ') }),
                },
              ]
            : []),
          whenStep(best, reader),
        ]}
      />
    </Section>
  )
}

function whenStep({ renewal }: Opening, { words, language }: Reader) {
  const day = nextDayOf(renewal)
  if (day)
    return { title: words('fit.next.date', { day: dayInWords(day, language) }), body: words('fit.next.dateBody') }
  if (renewal.kind === 'ended') return { title: words('fit.next.ended'), body: words('fit.next.endedBody') }
  return { title: words('fit.next.askDate'), body: words('fit.next.askDateBody') }
}

function Chosen(props: ReportProps) {
  const { reader, idea, fit } = props
  const { words } = reader
  return (
    <Section title={words('fit.report.categories')}>
      <ul>
        {fit.confirmed.map(({ code, relation }) => (
          <li>
            <CategoryLink reader={reader} code={code} />
            {`, ${words('fit.relation', { relation: relationName(relation) })}`}
          </li>
        ))}
      </ul>
      <Actions>
        <Form action={hrefIn(reader, '/fit')} hidden={{ title: idea.title, text: idea.text }}>
          <Button kind="secondary">{words('fit.report.others')}</Button>
        </Form>
        <Form action={hrefIn(reader, '/fit/idea')} hidden={{ title: idea.title, text: idea.text }}>
          <Button kind="quiet">{words('fit.report.again')}</Button>
        </Form>
        <Form action={hrefIn(reader, '/fit/report')} hidden={{ ...fieldsOf(props), format: 'json' }}>
          <Button kind="quiet">{words('fit.report.json')}</Button>
        </Form>
      </Actions>
    </Section>
  )
}
