/** Across the city: how long its contracts are, which categories sit at the cap, and just those contracts behind each bar. */
import { labelOf, type Code } from '../../categories/index.js'
import { dayInWords } from '../../kit/day.js'
import { countInWords } from '../../kit/money.js'
import {
  Bars,
  Empty,
  Figures,
  hrefIn,
  Page,
  Pagination,
  Section,
  Table,
  Unknown,
  type Reader,
  WRITTEN,
} from '../../web/index.js'
import { atCap, isChosen, leafOf, placeOf, SPANS, type AtCap, type Chosen, type Measured } from '../lengths.js'
import type { Cap } from '../rules/lawful.js'

interface LengthsProps {
  readonly reader: Reader
  readonly contracts: readonly Measured[]
  readonly chosen: Chosen
  /** Of the list, as the address has it. */
  readonly page: string | undefined
  readonly cap: Cap
}

const HERE = '/terms/contracts'
const LIST = 'list'

export function LengthsPage(props: LengthsProps) {
  const { reader, contracts } = props
  const { words } = reader
  const back = { href: hrefIn(reader, '/terms'), label: words('terms.lengths.back') }
  return (
    <Page reader={reader} title={words('terms.lengths.title')} lead={words('terms.lengths.lead')} trail={[back]} wide>
      {contracts.length === 0 ? (
        <Empty>{words('terms.lengths.none')}</Empty>
      ) : (
        <>
          <KeyFigures {...props} />
          <Histogram {...props} />
          <CapTable {...props} />
          <List {...props} />
        </>
      )}
    </Page>
  )
}

const addressOf = (reader: Reader, query: Readonly<Record<string, string>>): string =>
  hrefIn(reader, `${HERE}?${new URLSearchParams(query).toString()}#${LIST}`)

function KeyFigures({ reader, contracts, cap }: LengthsProps) {
  const { words, language } = reader
  const counts = SPANS.filter((span) => span !== 'unknown').map((span) => ({ span, count: counted(contracts, span) }))
  const most = counts.reduce((best, one) => (one.count > best.count ? one : best))
  const places = contracts.flatMap((one) => placeOf(one, cap.years) ?? [])
  const reached = places.filter((place) => place !== 'under').length
  return (
    <Figures
      figures={[
        {
          label: words('terms.lengths.figure'),
          value:
            most.count > 0 ? (
              words('terms.lengths.span', { span: most.span })
            ) : (
              <Unknown reader={reader} known={words('terms.lengths.unknown')} />
            ),
          detail: words('terms.lengths.sum', { count: most.count }),
        },
        {
          label: words('terms.lengths.share'),
          value: countInWords(reached, language),
          detail: words('terms.lengths.shareOf', { count: places.length }),
        },
      ]}
    />
  )
}

const counted = (contracts: readonly Measured[], span: string): number =>
  contracts.filter((one) => one.span === span).length

function Histogram({ reader, contracts }: LengthsProps) {
  const { words, language } = reader
  const bars = SPANS.map((span) => ({ span, count: counted(contracts, span) })).filter(({ count }) => count > 0)
  return (
    <Bars
      reader={reader}
      title={words('terms.lengths.picture')}
      description={bars.some(({ span }) => span === 'unknown') ? words('terms.lengths.unknown') : undefined}
      headings={{ label: words('terms.lengths.axis'), value: words('terms.lengths.count') }}
      bars={bars.map(({ span, count }) => ({
        label: words('terms.lengths.span', { span }),
        value: count,
        text: countInWords(count, language),
        href: addressOf(reader, { length: span }),
        ...(span === 'unknown' ? { hue: 8 as const } : {}),
      }))}
    />
  )
}

function CapTable({ reader, contracts, cap }: LengthsProps) {
  const { words } = reader
  const known = (division: string) => labelOf(`${division}000000` as Code, reader.language)
  const led = (one: AtCap, count: number, at: 'at' | 'over') =>
    count === 0 ? (
      '0'
    ) : (
      <a class="ds-link" href={addressOf(reader, { division: one.division, cap: at })}>
        {count}
      </a>
    )
  return (
    <Section title={words('terms.lengths.cap')} lead={words('terms.lengths.capLead', { years: cap.years })}>
      <Table
        caption={words('terms.lengths.cap')}
        captionHidden
        dense
        rows={atCap(contracts, cap.years)}
        empty={words('terms.lengths.capNone')}
        columns={[
          { label: words('terms.lengths.division'), cell: (one) => known(one.division) },
          { label: words('terms.lengths.at'), kind: 'number', cell: (one) => led(one, one.at, 'at') },
          { label: words('terms.lengths.over'), kind: 'number', cell: (one) => led(one, one.over, 'over') },
          { label: words('terms.lengths.known'), kind: 'number', cell: (one) => one.known },
        ]}
      />
      <p>{words('terms.lengths.overNote')}</p>
    </Section>
  )
}

function List({ reader, contracts, chosen, cap, page }: LengthsProps) {
  const { words, language } = reader
  if (Object.keys(chosen).length === 0) return null
  const found = contracts.filter((one) => isChosen(one, chosen, cap.years))
  const leaf = leafOf(found, page)
  const said = [
    ...(chosen.span ? [words('terms.lengths.span', { span: chosen.span })] : []),
    ...(chosen.division ? [labelOf(`${chosen.division}000000` as Code, language)] : []),
    ...(chosen.cap ? [words(`terms.lengths.${chosen.cap}`)] : []),
  ].join(', ')
  return (
    <Section title={words('terms.lengths.list', { count: found.length })} id={LIST}>
      <p>
        {words('terms.lengths.chosen', { chosen: said })}.{' '}
        <a class="ds-link" href={hrefIn(reader, HERE)}>
          {words('terms.lengths.all')}
        </a>
      </p>
      <Contracts {...{ reader, rows: leaf.rows }} />
      <Pagination
        reader={reader}
        {...leaf}
        href={(to) => addressOf(reader, { ...queryOf(chosen), page: String(to) })}
      />
    </Section>
  )
}

const queryOf = ({ span, division, cap }: Chosen): Record<string, string> => ({
  ...(span ? { length: span } : {}),
  ...(division ? { division } : {}),
  ...(cap ? { cap } : {}),
})

function Contracts({ reader, rows }: { reader: Reader; rows: readonly Measured[] }) {
  const { words, language } = reader
  const written = (day: Measured['startsOn']) => (day ? dayInWords(day, language) : <Unknown reader={reader} />)
  return (
    <Table
      caption={words('terms.lengths.contract')}
      captionHidden
      dense
      rows={rows}
      empty={words('terms.lengths.none')}
      columns={[
        {
          label: words('terms.lengths.contract'),
          cell: (one) => (
            <a class="ds-link" href={hrefIn(reader, `/contracts/${one.address}`)} lang={WRITTEN}>
              {one.title}
            </a>
          ),
        },
        { label: words('terms.lengths.buyer'), cell: (one) => <span lang={WRITTEN}>{one.buyerName}</span> },
        { label: words('terms.lengths.start'), kind: 'day', cell: (one) => written(one.startsOn) },
        { label: words('terms.lengths.end'), kind: 'day', cell: (one) => written(one.endsOn) },
        { label: words('terms.lengths.last'), kind: 'day', cell: (one) => written(one.lastOn) },
        {
          label: words('terms.lengths.length'),
          kind: 'number',
          cell: (one) => (one.months === undefined ? '–' : words('terms.lengths.months', { months: one.months })),
        },
      ]}
    />
  )
}
