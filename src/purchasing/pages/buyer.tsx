/** One buyer: what it buys, who in it buys, whom it buys of, and what it has procured. */
import { Figures, hrefIn, LinkList, Notice, Page, Unknown, WRITTEN, type Reader } from '../../web/index.js'
import { addressed } from '../asked.js'
import type { Parting } from '../bought.js'
import type { Pair } from '../facets.js'
import type { ApartSum } from '../store/apart.js'
import type { BuyerRow } from '../store/buyers.js'
import type { CurrencySum, FileBehind } from '../store/overview.js'
import type { Listed } from '../store/search.js'
import { Bought, within, type Seen } from './bought.js'
import { basisInWords, counted, exactly, LinesLink, money, numberWritten, sumOf, SumWhy } from './parts.js'
import { Procured } from './procured.js'

export interface BuyerProps {
  readonly reader: Reader
  readonly buyer: BuyerRow
  readonly procurements: number
  readonly contracts: number
  /** The divisions of them, those with most first. */
  readonly procured: readonly Pair[]
  /** The newest of them. */
  readonly latest: readonly Listed[]
  readonly seen: Seen
  readonly years: readonly number[]
  /** What was bought in the currency seen, parted in the way seen; the largest first. */
  readonly parts: readonly Parting[]
  readonly whole: number
  readonly unknown: { readonly amount: number; readonly lines: number }
  /** What was bought in other currencies. */
  readonly others: readonly CurrencySum[]
  readonly files: readonly FileBehind[]
  /** What is counted in no sum though it is booked as bought. */
  readonly apart: readonly ApartSum[]
  /** Whether its purchases wait to be judged anew. */
  readonly isWaiting: boolean
}

export function BuyerPage(props: BuyerProps) {
  const { reader, buyer, procurements, parts } = props
  const { words } = reader
  return (
    <Page
      reader={reader}
      title={buyer.name}
      titleLang={WRITTEN}
      lead={words('purchasing.buyer.lead', {
        sector: words(`purchasing.sector.${buyer.sector}`),
        number: numberWritten(buyer.number),
      })}
      trail={[{ href: hrefIn(reader, '/buyers'), label: words('purchasing.buyers.title') }]}
      wide
    >
      <Main {...props} />
      {props.isWaiting ? <Waiting reader={reader} /> : null}
      <More {...props} />
      {parts.length > 0 && <Bought {...props} />}
      {procurements > 0 && <Procured {...props} />}
    </Page>
  )
}

/** Calm: nobody has to do anything. */
export function Waiting({ reader: { words } }: { reader: Reader }) {
  return (
    <Notice title={words('purchasing.judged.waiting')}>
      <p>{words('purchasing.judged.waitingWhy')}</p>
    </Notice>
  )
}

/** Where else to look; nothing that would be empty. */
function More({ reader, buyer, years, contracts }: BuyerProps) {
  const { words } = reader
  const to = (path: string) => hrefIn(reader, `/buyers/${buyer.number}/${path}`)
  const own = [
    { href: to('contracts-followed'), label: words('purchasing.judged.followed.title') },
    { href: to('units'), label: words('purchasing.judged.by.units') },
    ...(reader.reach === 'internal' ? [{ href: to('rules'), label: words('purchasing.judged.by.rules') }] : []),
  ]
  const held = {
    href: hrefIn(reader, addressed('/contracts', { buyer: buyer.number })),
    label: words('purchasing.contracts.title'),
    detail: counted(reader, contracts),
  }
  const links = [...(contracts > 0 ? [held] : []), ...(years.length > 0 ? own : [])]
  return links.length === 0 ? null : <LinkList links={links} />
}

function Main({ reader, buyer, seen, procurements, files, others, apart }: BuyerProps) {
  const { words } = reader
  const basis = basisInWords(reader, files)
  return (
    <Figures
      figures={[
        {
          label: words('purchasing.bought'),
          value: files.length ? (
            money(reader, sumOf(files), seen.currency)
          ) : (
            <Unknown reader={reader} known={words('purchasing.buyer.boughtKnown')} />
          ),
          detail: basis ? (
            <>
              {basis}.{' '}
              <LinesLink reader={reader} buyer={buyer.number} selection={within(buyer, seen)}>
                {words('purchasing.lines.see')}
              </LinesLink>
              {others.map((other) => (
                <Other {...{ reader, buyer, seen, other }} />
              ))}
              {apart.map((one) => (
                <Apart reader={reader} buyer={buyer} apart={one} />
              ))}
            </>
          ) : undefined,
          why: <SumWhy reader={reader} files={files} about={words('purchasing.bought')} />,
        },
        {
          label: words('purchasing.procurements.title'),
          value: counted(reader, procurements),
          detail:
            procurements > 0 ? (
              <a class="ds-link" href={hrefIn(reader, addressed('/procurements', { buyer: buyer.number }))}>
                {words('purchasing.buyer.procurements')}
              </a>
            ) : undefined,
        },
      ]}
    />
  )
}

interface OtherProps extends Pick<BuyerProps, 'reader' | 'buyer' | 'seen'> {
  readonly other: CurrencySum
}

/** Never added to the rest. */
function Other({ reader, buyer, seen, other: { amount, currency } }: OtherProps) {
  return (
    <span class="cell-detail">
      <LinesLink reader={reader} buyer={buyer.number} selection={within(buyer, { ...seen, currency })}>
        {reader.words('purchasing.judged.alsoIn', { money: exactly(reader, amount, currency) })}
      </LinesLink>
      .
    </span>
  )
}

function Apart({
  reader,
  buyer,
  apart: { lines, amount, currency },
}: {
  reader: Reader
  buyer: BuyerRow
  apart: ApartSum
}) {
  const money = exactly(reader, amount, currency)
  return (
    <span class="cell-detail">
      <a class="ds-link" href={hrefIn(reader, `/buyers/${buyer.number}/set-apart`)}>
        {reader.words('purchasing.judged.apart.sum', { lines, money })}
      </a>
    </span>
  )
}
