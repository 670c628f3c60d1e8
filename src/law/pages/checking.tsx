/** What an installation's own people enter and verify, so that answers can rest on it. */
import { dayInWords, type Day } from '../../kit/day.js'
import { countInWords } from '../../kit/money.js'
import {
  Button,
  Disclosure,
  ErrorSummary,
  Field,
  Form,
  hrefIn,
  Page,
  Section,
  Table,
  type Reader,
} from '../../web/index.js'
import type { Cited } from '../rules/cites.js'
import { keyOf } from '../rules/verified.js'
import type { EnteredNumber } from '../held.js'
import type { FormError } from './form-else.js'

export interface CheckingProps {
  readonly reader: Reader
  readonly today: Day
  readonly fields: Readonly<Record<string, string>>
  readonly error?: FormError | undefined
  readonly entered: readonly EnteredNumber[]
  readonly places: readonly Cited[]
  /** The amounts that may be entered. */
  readonly names: readonly EnteredNumber['name'][]
}

export function CheckingPage(props: CheckingProps) {
  const { reader, error } = props
  const { words } = reader
  return (
    <Page
      reader={reader}
      title={words('law.page.checking.title')}
      lead={words('law.page.checking.lead')}
      trail={[{ href: hrefIn(reader, '/routes'), label: words('law.page.nav') }]}
    >
      <ErrorSummary reader={reader} errors={error ? [error] : []} />
      <Section title={words('law.page.checking.enter')} lead={words('law.page.checking.enterLead')}>
        <EnterForm {...props} />
      </Section>
      <Section title={words('law.page.checking.entered')}>
        <Entered {...props} />
      </Section>
      <Verify {...props} />
    </Page>
  )
}

function EnterForm({ reader, fields, error, names }: CheckingProps) {
  const { words } = reader
  const of = (name: string) => ({
    ...{ reader, name, value: fields[name] },
    error: error?.field === name ? error.message : undefined,
  })
  return (
    <Form action={hrefIn(reader, '/routes/checking/numbers')} label={words('law.page.checking.enter')}>
      <Field
        {...of('name')}
        kind="select"
        label={words('law.page.checking.name')}
        options={names.map((value) => ({ value, label: words('law.page.number', { name: value }) }))}
      />
      <Field
        {...of('kronor')}
        label={words('law.page.checking.kronor')}
        inputmode="numeric"
        width="short"
        suffix="kr"
      />
      <Field {...of('from')} kind="date" label={words('law.page.checking.from')} width="short" />
      <Field {...of('to')} kind="date" label={words('law.page.checking.to')} width="short" optional />
      <Field {...of('source')} label={words('law.page.checking.source')} />
      <Field {...of('url')} kind="url" label={words('law.page.checking.url')} />
      <Button>{words('law.page.checking.enterButton')}</Button>
    </Form>
  )
}

function Entered({ reader, entered }: CheckingProps) {
  const { words, language } = reader
  return (
    <Table
      caption={words('law.page.checking.entered')}
      captionHidden
      columns={[
        {
          label: words('law.page.checking.name'),
          cell: ({ name }: EnteredNumber) => words('law.page.number', { name }),
        },
        {
          label: words('law.page.rules.amount'),
          kind: 'number',
          cell: ({ kronor }) => words('law.page.amount', { amount: countInWords(kronor, language), unit: 'SEK' }),
        },
        {
          label: words('law.page.rules.holds'),
          kind: 'day',
          cell: ({ from, to }) => `${dayInWords(from, language)} – ${to ? dayInWords(to, language) : ''}`,
        },
        {
          label: words('law.page.checking.source'),
          cell: ({ source, url }) => (
            <a class="ds-link" href={url}>
              {source}
            </a>
          ),
        },
        { label: '', cell: ({ id }) => <Withdraw reader={reader} id={id} /> },
      ]}
      rows={entered}
      empty={words('law.page.checking.none')}
    />
  )
}

function Withdraw({ reader, id }: { reader: Reader; id: string }) {
  return (
    <form method="post" action={hrefIn(reader, `/routes/checking/numbers/${id}/withdrawal`)}>
      <Button kind="quiet">{reader.words('law.page.checking.withdraw')}</Button>
    </form>
  )
}

function Verify({ reader, places, fields, error, today }: CheckingProps) {
  const { words } = reader
  const open = places.filter(({ verified }) => !verified)
  const done = places.filter(({ verified }) => verified)
  const of = (name: string) => ({ reader, name, error: error?.field === name ? error.message : undefined })
  const counts = { verified: done.length, count: places.length }
  return (
    <Section title={words('law.page.checking.verify')} lead={words('law.page.checking.verifyLead', counts)}>
      <Form action={hrefIn(reader, '/routes/checking/verifications')} label={words('law.page.checking.verify')}>
        <Sources reader={reader} places={open} />
        <Field {...of('by')} label={words('law.page.checking.by')} value={fields['by']} width="medium" />
        <Field
          {...of('on')}
          kind="date"
          label={words('law.page.checking.on')}
          value={fields['on'] ?? today}
          width="short"
        />
        <Button>{words('law.page.checking.verifyButton')}</Button>
      </Form>
      {done.length ? (
        <Form
          action={hrefIn(reader, '/routes/checking/verifications/withdrawal')}
          label={words('law.page.checking.verified')}
        >
          <Sources reader={reader} places={done} />
          <Button kind="secondary">{words('law.page.checking.withdrawButton')}</Button>
        </Form>
      ) : null}
    </Section>
  )
}

/** By source, folded: a person reads one source at a time. */
function Sources({ reader, places }: { reader: Reader; places: readonly Cited[] }) {
  const sources = [...new Set(places.map(({ source }) => source))]
  return (
    <div>
      {sources.map((source) => {
        const of = places.filter((place) => place.source === source)
        return (
          <Disclosure summary={`${source} (${of.length})`}>
            <ul class="law-places">
              {of.map((place) => (
                <li>
                  <Place reader={reader} place={place} />
                </li>
              ))}
            </ul>
          </Disclosure>
        )
      })}
    </div>
  )
}

function Place({ reader: { words, language }, place }: { reader: Reader; place: Cited }) {
  const { place: name, url, number, verified } = place
  return (
    <>
      <label>
        <input type="checkbox" name="keys" value={keyOf(place)} /> {name}
        {number ? ` (${words('law.page.checking.onNumber', { number })})` : ''}
      </label>{' '}
      <a class="ds-link" data-color="neutral" href={url}>
        {words('law.page.checking.open')}
        <span class="ds-sr-only"> {name}</span>
      </a>
      {verified
        ? ` ${words('law.page.verifiedBy', { by: verified.by, day: dayInWords(verified.on, language) })}`
        : null}
    </>
  )
}
