/** The figure that the city itself has published, beside ours, and why they differ. */
import { instantInWords } from '../../kit/day.js'
import { shareInWords } from '../../kit/money.js'
import {
  Button,
  Disclosure,
  Facts,
  Field,
  Figures,
  Form,
  hrefIn,
  Section,
  Unknown,
  Why,
  Written,
  type Reader,
} from '../../web/index.js'
import { footingOf, perKilogram } from '../rules/portfolio.js'
import { rangeOf } from '../rules/range.js'
import { FOOD } from '../rules/activity-factors.js'
import { mainCurrency, within } from '../seen.js'
import type { OfficialFigure } from '../store/said.js'
import { rangeInWords, weightInWords } from '../told.js'
import type { ClimateProps } from './choosing.js'
import { LONGEST, WrittenFields } from './written-fields.js'

export function Official(props: ClimateProps) {
  const { reader, book, buyer } = props
  const { words } = reader
  const figures = book.official.filter((one) => !buyer || one.buyer === buyer.id)
  const isInternal = reader.reach === 'internal'
  if (figures.length === 0 && !isInternal) return null
  return (
    <Section title={words('impact.official.title')} id="official" lead={words('impact.official.lead')}>
      {figures.map((figure) => (
        <Beside {...props} figure={figure} />
      ))}
      {isInternal ? <Saying {...props} /> : null}
    </Section>
  )
}

type BesideProps = ClimateProps & { readonly figure: OfficialFigure }

function Beside(props: BesideProps) {
  const { reader, figure } = props
  const { words } = reader
  const isFood = figure.measure === 'kg-per-kg-food'
  const theirs = isFood
    ? words('impact.measure.perKilogram', { kg: figure.value })
    : words('impact.measure.tonnes', { tonnes: figure.value })
  const unit = words(isFood ? 'impact.official.food' : 'impact.official.tonnes')
  return (
    <>
      <Figures
        figures={[
          { label: words('impact.official.theirs', { year: figure.year }), value: theirs, detail: unit },
          isFood ? oursOfFood(props) : oursInTonnes(props),
        ]}
      />
      <Facts
        facts={[
          { label: words('impact.official.scope'), value: <Written>{figure.scope}</Written> },
          { label: words('impact.official.source'), value: <Source figure={figure} /> },
        ]}
      />
      <Why
        reader={reader}
        summary={words('impact.official.why')}
        note={
          <>
            <p>{words(isFood ? 'impact.official.whyFood' : 'impact.official.whyTonnes')}</p>
            <p>{words('impact.official.entered', { at: instantInWords(figure.at, reader.language), by: figure.by })}</p>
          </>
        }
      />
      {reader.reach === 'internal' ? <Withdrawing reader={reader} figure={figure} /> : null}
    </>
  )
}

const Source = ({ figure: { source, url } }: { figure: OfficialFigure }) =>
  url === null ? (
    <Written>{source}</Written>
  ) : (
    <a class="ds-link" href={url}>
      <Written>{source}</Written>
    </a>
  )

function oursOfFood({ reader, book, figure: { year, buyer } }: BesideProps) {
  const { words } = reader
  const label = words('impact.official.ours', { year })
  const found = perKilogram(within(book.entries, { year, buyer }), FOOD)
  if (!found) return { label, value: <Unknown reader={reader} known={words('impact.official.noFood', { year })} /> }
  const { kgCo2e, kilograms } = found
  const range = rangeOf(kgCo2e)
  const detail = words('impact.official.oursFood', { kilograms })
  return {
    label,
    value: words('impact.measure.perKilogram', { kg: kgCo2e.kgCo2e }),
    detail: range
      ? `${words('impact.measure.perKilogramRange', { low: range.low, high: range.high })}; ${detail}`
      : detail,
  }
}

function oursInTonnes({ reader, book, figure: { year, buyer } }: BesideProps) {
  const { words, language } = reader
  const entries = within(book.entries, { year, buyer })
  const { sum, known, unknown } = footingOf('', entries, mainCurrency(entries))
  const share = shareInWords(known + unknown > 0 ? known / (known + unknown) : 0, language)
  return {
    label: words('impact.official.ours', { year }),
    value: weightInWords(sum.kgCo2e, words),
    detail: `${rangeInWords(sum, words)}; ${words('impact.official.oursTonnes', { share })}`,
  }
}

function Withdrawing({ reader, figure }: { reader: Reader; figure: OfficialFigure }) {
  const label = reader.words('impact.official.withdraw')
  return (
    <Form action={hrefIn(reader, `/climate/official/${figure.id}/withdrawal`)} label={label}>
      <Button kind="quiet">{label}</Button>
    </Form>
  )
}

function Saying({ reader, book, buyer, seen, wrong }: ClimateProps) {
  const { words } = reader
  const sent = wrong?.form === 'official' ? wrong.sent : undefined
  const number = sent?.['buyer'] ?? buyer?.number ?? book.buyers[0]?.number ?? ''
  return (
    <Disclosure summary={words('impact.official.say')} open={sent !== undefined}>
      <Form action={hrefIn(reader, '/climate/official')} label={words('impact.official.say')}>
        <Field
          reader={reader}
          name="buyer"
          kind="select"
          label={words('impact.page.buyer')}
          empty={false}
          options={book.buyers.map(({ name, number: value }) => ({ value: value ?? '', label: name, lang: 'sv' }))}
          value={number}
          error={sent && words('impact.official.incomplete')}
        />
        <Field
          reader={reader}
          name="measure"
          kind="select"
          label={words('impact.official.measure')}
          empty={false}
          options={[
            { value: 'kg-per-kg-food', label: words('impact.official.food') },
            { value: 'tonnes', label: words('impact.official.tonnes') },
          ]}
          value={sent?.['measure']}
        />
        <Field
          reader={reader}
          name="scope"
          label={words('impact.official.scope')}
          limit={LONGEST}
          value={sent?.['scope']}
        />
        <WrittenFields reader={reader} year={seen.year} sent={sent} />
        <Button kind="secondary">{words('impact.official.save')}</Button>
      </Form>
    </Disclosure>
  )
}
