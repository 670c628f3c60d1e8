/** The fit report as a page: what there is and when, the picture of it, the openings, what to do next. */
import { dayInWords } from '../kit/day.js'
import { Actions, Button, Field, Form, hrefIn, Notice, Page, Section, Steps, type Reader } from '../web/index.js'
import { Calendar, KeyFigures } from './key-figures.js'
import { OpeningView, WhatMakesKnown } from './opening-view.js'
import { relationName, switchOf } from './pages.js'
import { CategoryLink } from './reasons.js'
import { nextDayOf } from './renewal.js'
import { fieldsOf as ideaFields, type Idea } from './idea.js'
import { NumberFields } from './number-fields.js'
import { NUMBERS, writtenOf } from './numbers.js'
import { ON_A_PAGE, type Fit, type Opening } from './report.js'
import { OpenToday } from './routes-view.js'
import { Spending } from './spending.js'

const FIRST = 5

interface ReportProps {
  readonly reader: Reader
  readonly idea: Idea
  readonly fit: Fit
  /** Every opening of the page, not only the first five. */
  readonly whole: boolean
}
type Fields = Readonly<Record<string, string>>

/** What the next form must carry, since nothing is stored. */
const fieldsOf = ({ idea, fit }: ReportProps): Fields => ({
  ...ideaFields(idea),
  code: fit.categories.join(' '),
  ...(fit.buyer === undefined ? {} : { buyer: String(fit.buyer) }),
})

export function ReportPage(props: ReportProps) {
  const { reader, idea, fit, whole } = props
  const { words } = reader
  const shown = whole ? fit.openings : fit.openings.slice(0, FIRST)
  return (
    <Page
      reader={reader}
      title={words('fit.report.title', { title: idea.title })}
      lead={words('fit.report.reach', { reach: reader.reach })}
      switchForm={switchOf(reader, '/fit/report', { ...fieldsOf(props), ...(whole ? { page: String(fit.page) } : {}) })}
      sent="idea"
      wide
    >
      <KeyFigures reader={reader} fit={fit} />
      <Calendar reader={reader} openings={shown} fit={fit} />
      {fit.openings.length > 0 && <Numbers {...props} />}
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
        empty={false}
        value={fit.buyer === undefined ? 'all' : String(fit.buyer)}
        options={[
          { value: 'all', label: words('fit.buyer.all', { count: fit.buyers.length }) },
          ...fit.buyers.map(({ buyer, name, openings }) => ({
            value: String(buyer),
            label: words('fit.buyer.one', { name, count: openings }),
          })),
        ]}
      />
      <Button kind="secondary">{words('fit.buyer.show')}</Button>
    </Form>
  )
}

/** What only the one with the idea knows: with it the openings can say more. */
function Numbers(props: ReportProps) {
  const { reader, idea, whole, fit } = props
  const asked: readonly string[] = NUMBERS
  const others = Object.entries(fieldsOf(props)).filter(([name]) => !asked.includes(name))
  const hidden = { ...Object.fromEntries(others), ...(whole ? { page: String(fit.page) } : {}) }
  return (
    <Form action={hrefIn(reader, '/fit/report')} hidden={hidden} label={reader.words('fit.numbers.title')}>
      <NumberFields reader={reader} written={writtenOf(idea.numbers ?? {})}>
        <Button kind="secondary">{reader.words('fit.numbers.show')}</Button>
      </NumberFields>
    </Form>
  )
}

function Openings(props: ReportProps & { shown: readonly Opening[] }) {
  const { reader, idea, fit, shown } = props
  const { words } = reader
  return (
    <Section title={words('fit.report.found', { count: fit.found })} lead={words('fit.report.order')}>
      <OpenToday reader={reader} openings={shown} numbers={idea.numbers ?? {}} known={fit} />
      {shown.map((opening) => (
        <OpeningView reader={reader} idea={idea} fit={fit} opening={opening} />
      ))}
      <WhatMakesKnown reader={reader} openings={shown} />
      <Pages {...props} />
      <p>{words('fit.report.looked', { count: fit.looked, more: fit.more ? 'yes' : 'no' })}</p>
    </Section>
  )
}

/** Back and on. Each sends the idea again, since it may stand in no address. */
function Pages(props: ReportProps & { shown: readonly Opening[] }) {
  const { reader, fit, whole, shown } = props
  const { page, pages } = fit
  const goals = whole
    ? [page - 1, page + 1].filter((goal) => goal >= 1 && goal <= pages)
    : fit.found > shown.length
      ? [1]
      : []
  if (goals.length === 0) return null
  return (
    <nav aria-label={reader.words('fit.pages.label')}>
      {whole && <p>{reader.words('fit.pages.here', { page, pages })}</p>}
      <Actions>
        {goals.map((goal) => (
          <Form action={hrefIn(reader, '/fit/report')} hidden={{ ...fieldsOf(props), page: String(goal) }}>
            <Button kind="secondary">{labelOfPage(goal, props)}</Button>
          </Form>
        ))}
      </Actions>
    </nav>
  )
}

function labelOfPage(goal: number, { reader: { words }, fit, whole }: ReportProps): string {
  if (!whole && fit.pages === 1) return words('fit.report.more', { count: fit.found })
  const from = (goal - 1) * ON_A_PAGE + 1
  const to = Math.min(goal * ON_A_PAGE, fit.found)
  return words('fit.pages.show', { from, to, count: fit.found })
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

function Nearest({ reader, idea, fit }: ReportProps) {
  const { words } = reader
  if (fit.nearest.length === 0) return fit.openings.length ? null : <p>{words('fit.report.nothing')}</p>
  return (
    <Section title={words('fit.report.nearest')} lead={words('fit.report.nearestLead')}>
      {fit.nearest.map((one) => (
        <OpeningView reader={reader} idea={idea} fit={fit} opening={one} />
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
        <Form action={hrefIn(reader, '/fit')} hidden={ideaFields(idea)}>
          <Button kind="secondary">{words('fit.report.others')}</Button>
        </Form>
        <Form action={hrefIn(reader, '/fit/idea')} hidden={ideaFields(idea)}>
          <Button kind="quiet">{words('fit.report.again')}</Button>
        </Form>
        <Form action={hrefIn(reader, '/fit/report')} hidden={{ ...fieldsOf(props), format: 'json' }}>
          <Button kind="quiet">{words('fit.report.json')}</Button>
        </Form>
      </Actions>
    </Section>
  )
}
