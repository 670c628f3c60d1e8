/** Where the climate impact of what was bought lies, how sure that is, and what would make it surer. */
import { moneyInWords, shareInWords } from '../../kit/money.js'
import { Bars, Figures, hrefIn, Page, Section, Empty, type Bar, type Heat, type Reader } from '../../web/index.js'
import { figureAddress } from '../address.js'
import { rowCalled } from '../naming.js'
import { rangeOf } from '../rules/range.js'
import { ACTIVITY_FACTORS } from '../rules/activity-factors.js'
import { SPEND_FACTORS } from '../rules/spend-factors.js'
import { TOP, type OpenWay, type Row } from '../seen.js'
import { rangeInWords, weightInWords } from '../told.js'
import { Better } from './better.js'
import { atOf, Choosing, type ClimateProps } from './choosing.js'
import { Contracts } from './contracts.js'
import { Credits } from './credits.js'
import { Missing } from './missing.js'
import { Official } from './official.js'
import { Prices } from './prices.js'
import { Rows } from './rows.js'

export function ClimatePage(props: ClimateProps) {
  const { reader, buyer, seen, seeing } = props
  const { words } = reader
  const title = buyer ? words('impact.page.titleOf', { buyer: buyer.name }) : words('impact.page.title')
  return (
    <Page reader={reader} title={title} lead={words('impact.page.lead')} wide>
      <Choosing {...props} />
      <Key {...props} />
      {props.contracts ? <Contracts reader={reader} contracts={props.contracts} year={seen.year} /> : null}
      {seen.by === 'contract' ? null : <Lies {...props} by={seen.by} />}
      <p>
        <a class="ds-link" href={hrefIn(reader, '/climate/decisions')}>
          {words('impact.decisions.link')}
        </a>
      </p>
      <Better reader={reader} seeing={seeing} />
      <Missing {...props} />
      <Official {...props} />
      {reader.reach === 'internal' ? <Prices {...props} /> : null}
      <Section title={words('impact.page.sources')}>
        <p>{words('impact.page.method')}</p>
        <p>{words('impact.page.version', versions())}</p>
        <Credits reader={reader} book={props.book} entries={seeing.whole.entries} />
      </Section>
    </Page>
  )
}

const versions = () => ({
  figaro: SPEND_FACTORS[0]!.version,
  food: ACTIVITY_FACTORS.find(({ database }) => database === 'mat-klimat-listan')!.version,
})

export const NoPurchases = ({ reader }: { reader: Reader }) => (
  <Page reader={reader} title={reader.words('impact.page.title')} lead={reader.words('impact.page.lead')}>
    <Empty title={reader.words('impact.page.none')}>{reader.words('impact.page.noneLead')}</Empty>
  </Page>
)

function Key(props: ClimateProps) {
  const { reader, seen, seeing } = props
  const { words, language } = reader
  const { whole, currency } = seeing
  const all = whole.known + whole.unknown
  const money = (amount: number) => moneyInWords({ amount, currency }, language)
  const isKnown = whole.entries.some(({ part }) => part)
  if (!isKnown) return <p>{words('impact.page.nothing')}</p>
  return (
    <Figures
      figures={[
        {
          label: words('impact.page.footprint', {
            year: seen.year,
            part: whole.known < whole.unknown ? 'part' : 'most',
          }),
          value: weightInWords(whole.sum.kgCo2e, words),
          detail: words('impact.page.likely', { range: rangeInWords(whole.sum, words) }),
          why: (
            <a class="ds-link" href={hrefIn(reader, figureAddress(atOf(props)))}>
              {words('impact.figure.why')}
            </a>
          ),
        },
        {
          label: words('impact.page.covered'),
          value: shareInWords(all > 0 ? whole.known / all : 0, language),
          detail: words('impact.page.coveredDetail', {
            known: money(whole.known),
            whole: money(all),
            quantity: money(whole.byQuantity),
          }),
        },
      ]}
    />
  )
}

const MOST_BARS = 12

function Lies(props: ClimateProps & { readonly by: OpenWay }) {
  const { reader, seeing } = props
  const { words } = reader
  const known = seeing.rows.filter(({ entries }) => entries.some(({ part }) => part))
  if (known.length === 0) return null
  return (
    <Section title={words('impact.page.picture')}>
      <Mostly {...props} rows={known} />
      <Bars
        reader={reader}
        title={words('impact.page.pictureTitle', { year: props.seen.year })}
        description={words('impact.page.pictureLead')}
        headings={{
          label: words('impact.page.way', { by: props.by }),
          value: words('impact.page.median'),
          share: words('impact.page.share'),
        }}
        bars={known.slice(0, MOST_BARS).map((row) => barOf(props, row))}
      />
      <Rows {...props} />
    </Section>
  )
}

/** The answer in a sentence. */
function Mostly(props: ClimateProps & { readonly by: OpenWay; readonly rows: readonly Row[] }) {
  const { reader, book, rows } = props
  const { words, language } = reader
  const largest = rows.slice(0, TOP)
  if (rows.length <= TOP) return null
  const names = new Intl.ListFormat(language).format(
    largest.map(({ key }) => rowCalled(props.by, key, book, words).name),
  )
  const share = largest.reduce((sum, row) => sum + row.share, 0)
  return <p>{words('impact.page.mostly', { names, share: shareInWords(share, language) })}</p>
}

function barOf(props: ClimateProps & { readonly by: OpenWay }, row: Row): Bar {
  const { reader, book } = props
  const { low, high } = rangeOf(row.sum) ?? {}
  return {
    label: rowCalled(props.by, row.key, book, reader.words).name,
    href: hrefIn(reader, figureAddress(atOf(props), row.key)),
    value: Math.max(row.sum.kgCo2e, 0),
    low,
    high,
    text: rangeInWords(row.sum, reader.words),
    share: shareInWords(row.share, reader.language),
    heat: heatOf(row.share),
  }
}

/** The deepest for what brings a fifth or more. */
const HEATS: readonly (readonly [number, Heat])[] = [
  [0.2, 5],
  [0.1, 4],
  [0.05, 3],
  [0.02, 2],
]
const heatOf = (share: number): Heat => HEATS.find(([least]) => share >= least)?.[1] ?? 1
