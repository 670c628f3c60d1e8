/** One buyer: what it buys, who in it buys, whom it buys of, and what it has procured. */
import {
  Figures,
  hrefIn,
  LinkList,
  Notice,
  Page,
  Section,
  Unknown,
  Written,
  WRITTEN,
  type Column,
  type Reader,
} from '../../web/index.js'
import { addressed } from '../asked.js'
import type { Parting } from '../bought.js'
import type { Pair } from '../facets.js'
import { NONE, type Selection } from '../selection.js'
import type { BuyerRow } from '../store/buyers.js'
import type { CurrencySum, FileBehind, SupplierSum, UnitSum } from '../store/overview.js'
import type { Listed } from '../store/search.js'
import { Bought, within, type Seen } from './bought.js'
import { Largest } from './largest.js'
import { basisInWords, counted, exactly, LinesLink, money, numberWritten, Said, sumOf, SumWhy } from './parts.js'
import { Procured } from './procured.js'

export interface BuyerProps {
  readonly reader: Reader
  readonly buyer: BuyerRow
  readonly procurements: number
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
  readonly units: readonly UnitSum[]
  readonly suppliers: readonly SupplierSum[]
  readonly files: readonly FileBehind[]
  /** Whether its purchases wait to be judged anew. */
  readonly isWaiting: boolean
}

export function BuyerPage(props: BuyerProps) {
  const { reader, buyer, procurements, parts, seen, years } = props
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
      {years.length > 0 ? <More {...props} /> : null}
      {parts.length > 0 && (
        <>
          <Bought {...props} />
          {seen.by === 'unit' ? null : <Units {...props} />}
          {seen.by === 'supplier' ? null : <Suppliers {...props} />}
        </>
      )}
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

function More({ reader, buyer }: BuyerProps) {
  const { words } = reader
  const to = (path: string) => hrefIn(reader, `/buyers/${buyer.number}/${path}`)
  return (
    <LinkList
      links={[
        { href: to('contracts-followed'), label: words('purchasing.judged.followed.title') },
        { href: to('units'), label: words('purchasing.judged.by.units') },
        ...(reader.reach === 'internal' ? [{ href: to('rules'), label: words('purchasing.judged.by.rules') }] : []),
      ]}
    />
  )
}

function Main({ reader, buyer, seen, procurements, files, others }: BuyerProps) {
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

function Units({ reader, buyer, seen, units }: BuyerProps) {
  const { words } = reader
  const name = ({ unit }: UnitSum) => (unit === null ? words('purchasing.buyer.noUnit') : <Written>{unit}</Written>)
  return (
    <Section title={words('purchasing.buyer.units')} lead={words('purchasing.buyer.unitsLead')}>
      <Largest
        reader={reader}
        caption={words('purchasing.buyer.units')}
        captionHidden
        columns={[
          { label: words('purchasing.buyer.unit'), cell: name },
          ...sums({ reader, buyer, seen }, ({ unit }: UnitSum) => ({ unit: unit ?? NONE })),
        ]}
        rows={units}
      />
    </Section>
  )
}

function Suppliers({ reader, buyer, seen, suppliers }: BuyerProps) {
  const { words } = reader
  const name = (row: SupplierSum) => <SoldBy reader={reader} row={row} />
  /** What may not be shown to outsiders has no lines for them either. */
  const part = ({ address }: SupplierSum) =>
    address === null && reader.reach === 'published' ? undefined : { supplier: address ?? NONE }
  return (
    <Section
      title={words('purchasing.buyer.suppliers')}
      lead={words('purchasing.buyer.suppliersLead', { reach: reader.reach })}
    >
      <Largest
        reader={reader}
        caption={words('purchasing.buyer.suppliers')}
        captionHidden
        columns={[
          { label: words('purchasing.procurement.supplier'), cell: name },
          ...sums({ reader, buyer, seen }, part),
        ]}
        rows={suppliers}
      />
    </Section>
  )
}

type Sums = Pick<BuyerProps, 'reader' | 'buyer' | 'seen'>

const sums = <Row extends UnitSum | SupplierSum>(
  of: Sums,
  part: (row: Row) => Selection | undefined,
): Column<Row>[] => [
  {
    label: of.reader.words('purchasing.bought'),
    kind: 'number',
    cell: (row) => <Sum {...of} amount={row.amount} part={part(row)} />,
  },
  { label: of.reader.words('purchasing.buyer.lines'), kind: 'number', cell: ({ lines }) => counted(of.reader, lines) },
]

function Sum({ reader, buyer, seen, amount, part }: Sums & { amount: number; part: Selection | undefined }) {
  const sum = exactly(reader, amount, seen.currency)
  if (!part) return <>{sum}</>
  return (
    <LinesLink reader={reader} buyer={buyer.number} selection={within(buyer, seen, part)}>
      {sum}
    </LinesLink>
  )
}

function SoldBy({ reader, row }: { reader: Reader; row: SupplierSum }) {
  if (row.name === null) return <>{reader.words('purchasing.buyer.notNamed', { reach: reader.reach })}</>
  return (
    <Said reader={reader} to={row.address === null ? undefined : `/suppliers/${row.address}`}>
      {row.name}
    </Said>
  )
}
