/** What opens the report: the figures that matter, and the picture of when the contracts can be left. */
import { dayInWords } from '../kit/day.js'
import { countInWords, moneyExactly, moneyInWords, sek, type Money } from '../kit/money.js'
import type { Spent } from '../purchasing/index.js'
import {
  Figures,
  hrefIn,
  type Reader,
  Timeline,
  type TimelineRow,
  Unknown,
  Why,
  WRITTEN,
  Written,
} from '../web/index.js'
import { nextDayOf } from './renewal.js'
import type { Fit, Opening } from './report.js'
import { BROADER } from './spending.js'

export function KeyFigures({ reader, fit }: { reader: Reader; fit: Fit }) {
  const { words, language } = reader
  const buyers = fit.buyer === undefined ? fit.buyers.length : 1
  const openings = {
    label: words('fit.figure.openings'),
    value: countInWords(fit.found, language),
    detail: fit.found > 0 ? words('fit.figure.buyers', { count: buyers }) : words('fit.figure.none'),
  }
  const bought = boughtFigure(reader, fit)
  return <Figures figures={fit.found > 0 ? [openings, dateFigure(reader, fit), bought] : [openings, bought]} />
}

function dateFigure(reader: Reader, { openings }: Fit) {
  const { words, language } = reader
  const dated = openings
    .flatMap(({ renewal, procurement }) => {
      const day = nextDayOf(renewal)
      return day
        ? [{ day, isNotice: renewal.kind === 'ahead' && day === renewal.noticeBy, title: procurement.title }]
        : []
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1))
  const [first] = dated
  if (!first)
    return {
      label: words('fit.figure.renewal'),
      value: <Unknown reader={reader} known={words('fit.renewal.unknownKnown')} />,
    }
  return {
    label: words(first.isNotice ? 'fit.figure.notice' : 'fit.figure.renewal'),
    value: dayInWords(first.day, language),
    detail: <Written>{first.title}</Written>,
  }
}

function boughtFigure(reader: Reader, { spent, broader }: Fit) {
  const { words, language } = reader
  const label = words('fit.figure.bought')
  const besides = broader.length > 0 && (
    <a class="ds-link" href={`#${BROADER}`}>
      {words('fit.figure.broader', { money: moneyInWords(sumOf(broader), language) })}
    </a>
  )
  if (spent.length === 0)
    return {
      label,
      value: (
        <Unknown reader={reader} known={words(besides ? 'fit.figure.boughtNarrower' : 'fit.figure.boughtKnown')} />
      ),
      ...(besides ? { detail: besides } : {}),
    }
  return {
    label,
    value: moneyInWords(sumOf(spent), language),
    detail: (
      <>
        {words('fit.figure.lines', { count: spent.reduce((sum, one) => sum + one.lines, 0) })}
        {besides && <> {besides}</>}
      </>
    ),
    why: (
      <Why
        reader={reader}
        about={label}
        rows={byAccount(spent).map(([account, amount]) => ({
          label: account,
          value: moneyExactly(sek(amount), language),
        }))}
        note={words('fit.report.spentLead')}
      />
    ),
  }
}

const sumOf = (spent: readonly Spent[]): Money => sek(spent.reduce((sum, one) => sum + one.amount, 0))

function byAccount(spent: readonly Spent[]): [account: string, amount: number][] {
  const sums = new Map<string, number>()
  for (const { account, amount } of spent) sums.set(account, (sums.get(account) ?? 0) + amount)
  return [...sums].sort((a, b) => b[1] - a[1])
}

/** The contract periods of the openings shown; left out where not one date is known, since it would show nothing. */
export function Calendar({ reader, openings, fit }: { reader: Reader; openings: readonly Opening[]; fit: Fit }) {
  const { words } = reader
  if (openings.every(({ renewal }) => renewal.kind === 'unknown')) return null
  return (
    <Timeline
      reader={reader}
      title={words('fit.timeline.title')}
      description={words('fit.timeline.lead')}
      today={fit.today}
      rows={openings.map((one) => rowOf(one, reader))}
      headings={{
        label: words('fit.timeline.contract'),
        start: words('fit.timeline.start'),
        end: words('fit.timeline.end'),
        notice: words('fit.timeline.notice'),
        options: words('fit.timeline.options'),
      }}
    />
  )
}

function rowOf({ procurement, renewal }: Opening, reader: Reader): TimelineRow {
  const named = {
    label: procurement.title,
    lang: WRITTEN,
    href: hrefIn(reader, `/procurements/${procurement.address}`),
  }
  if (renewal.kind === 'unknown') return { ...named, unknown: reader.words('fit.timeline.unknown') }
  if (renewal.kind === 'ended') return { ...named, start: renewal.startsOn, end: renewal.on }
  return {
    ...named,
    start: renewal.startsOn,
    end: renewal.endsOn,
    notice: renewal.noticeBy,
    options: renewal.options,
  }
}
