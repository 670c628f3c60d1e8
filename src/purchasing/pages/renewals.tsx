/** Renewals: what to decide on this quarter, then quarter by quarter, then the same as a calendar. */
import type { Day } from '../../kit/day.js'
import {
  Bars,
  hrefIn,
  LinkList,
  Page,
  Section,
  Table,
  Unknown,
  type Bar,
  type Column,
  type Reader,
} from '../../web/index.js'
import { addressed } from '../asked.js'
import { quarterOf, queryOf } from '../contract-asked.js'
import { chainBought } from '../renewal.js'
import type { RenewalQuarter } from '../store/renewals.js'
import { Holders, Next } from './contract-list.js'
import type { ListedContract } from './exports-of-contracts.js'
import { filesOf } from './files.js'
import { BuyerLink, money, Said } from './parts.js'
import { becauseInWords, quarterInWords } from './renewal-words.js'

interface RenewalsProps {
  readonly reader: Reader
  /** Of this quarter those with the largest ceilings, the earliest first. */
  readonly now: readonly ListedContract[]
  readonly quarters: readonly RenewalQuarter[]
  readonly today: Day
}

export function RenewalsPage({ reader, now, quarters, today }: RenewalsProps) {
  const { words } = reader
  const r = (key: 'title' | 'lead' | 'calendar' | 'calendarFetch' | 'list') => words(`purchasing.renewal.${key}`)
  return (
    <Page
      reader={reader}
      title={r('title')}
      lead={r('lead')}
      trail={[{ href: hrefIn(reader, '/contracts'), label: words('purchasing.contracts.title') }]}
      wide
    >
      <Now reader={reader} now={now} quarters={quarters} today={today} />
      {quarters.length === 0 ? null : <Quarters reader={reader} quarters={quarters} />}
      <Section title={r('calendar')} lead={words('purchasing.renewal.calendarLead', { reach: reader.reach })}>
        <LinkList
          links={[
            { href: hrefIn(reader, '/renewals.ics'), label: r('calendarFetch'), download: reader.reach === 'internal' },
            ...filesOf(reader, '/renewals'),
            { href: hrefIn(reader, '/contracts'), label: r('list') },
          ]}
        />
      </Section>
    </Page>
  )
}

const inQuarter = (reader: Reader, quarter: string) =>
  hrefIn(reader, addressed('/contracts', queryOf({ words: '', quarter })))

function Now({ reader, now, quarters, today }: RenewalsProps) {
  const { words } = reader
  const quarter = quarterOf(today)
  const count = quarters.find(({ first }) => quarterOf(first) === quarter)?.contracts ?? 0
  return (
    <Section
      title={words('purchasing.renewal.now', { quarter: quarterInWords(reader, quarter) })}
      lead={words('purchasing.renewal.nowLead', { count, shown: now.length, all: count > now.length ? 'no' : 'yes' })}
    >
      {now.length === 0 ? null : (
        <Table
          caption={words('purchasing.renewal.now', { quarter: quarterInWords(reader, quarter) })}
          captionHidden
          columns={columns(reader, now, today)}
          rows={now}
          empty=""
        />
      )}
      {count > now.length ? (
        <p>
          <a class="ds-link" href={inQuarter(reader, quarter)}>
            {words('purchasing.renewal.nowAll', { count })}
          </a>
        </p>
      ) : null}
    </Section>
  )
}

function columns(reader: Reader, rows: readonly ListedContract[], today: Day): Column<ListedContract>[] {
  const { words } = reader
  const r = (key: 'day' | 'contract' | 'why' | 'ceiling') => words(`purchasing.renewal.${key}`)
  const hasBuyers = new Set(rows.map(({ buyerNumber }) => buyerNumber)).size > 1
  return [
    { label: r('contract'), cell: (row) => <Contract reader={reader} row={row} hasBuyer={hasBuyers} /> },
    { label: r('day'), kind: 'day', cell: (row) => <Next reader={reader} chain={chainBought(row, today)} /> },
    {
      label: r('why'),
      kind: 'long',
      cell: (row) => {
        const { next } = chainBought(row, today)
        return next ? becauseInWords(reader, next) : null
      },
    },
    {
      label: r('ceiling'),
      kind: 'number',
      cell: ({ ceiling }) => (ceiling === null ? <Unknown reader={reader} /> : money(reader, ceiling)),
    },
  ]
}

function Contract({ reader, row, hasBuyer }: { reader: Reader; row: ListedContract; hasBuyer: boolean }) {
  return (
    <>
      <Said reader={reader} to={`/contracts/${row.address}`}>
        {row.title}
      </Said>
      <span class="cell-detail">
        <Holders reader={reader} holders={row.holders} />
        {hasBuyer ? (
          <>
            {', '}
            <BuyerLink reader={reader} number={row.buyerNumber} name={row.buyerName} />
          </>
        ) : null}
      </span>
    </>
  )
}

function Quarters({ reader, quarters }: Pick<RenewalsProps, 'reader' | 'quarters'>) {
  const { words } = reader
  const without = quarters.reduce((sum, one) => sum + one.without, 0)
  const bars = quarters.map(({ first, contracts, ceiling, parts }): Bar => {
    const quarter = quarterOf(first)
    return {
      label: quarterInWords(reader, quarter),
      value: ceiling,
      parts,
      text: ceiling === 0 ? words('purchasing.renewal.sumNone') : money(reader, ceiling),
      share: words('purchasing.renewal.count', { count: contracts }),
      href: inQuarter(reader, quarter),
    }
  })
  const r = (key: 'quarterHeading' | 'sumHeading' | 'countHeading') => words(`purchasing.renewal.${key}`)
  return (
    <Section title={words('purchasing.renewal.quarters')}>
      <Bars
        reader={reader}
        title={words('purchasing.renewal.picture')}
        description={words('purchasing.renewal.pictureLead', { without })}
        bars={bars}
        headings={{ label: r('quarterHeading'), value: r('sumHeading'), share: r('countHeading') }}
      />
    </Section>
  )
}
