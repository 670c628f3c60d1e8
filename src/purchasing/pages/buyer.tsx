/** One buyer: what it buys as a picture and a table, who in it buys, whom it buys of, and what it has procured. */
import { labelOf } from '../../categories/index.js'
import { shareInWords } from '../../kit/money.js'
import {
  Figures,
  hrefIn,
  Page,
  Section,
  Treemap,
  Unknown,
  Why,
  Written,
  WRITTEN,
  type Column,
  type Part,
  type Reader,
} from '../../web/index.js'
import { addressed } from '../asked.js'
import { NONE, type Selection } from '../selection.js'
import type { DivisionSum } from '../spending.js'
import type { BuyerRow } from '../store/buyers.js'
import type { FileBehind, SupplierSum, UnitSum } from '../store/overview.js'
import { Largest } from './largest.js'
import { accountRows, counted, exactly, LinesLink, money, numberWritten, Said, sumOf, SumWhy } from './parts.js'

export interface BuyerProps {
  readonly reader: Reader
  readonly buyer: BuyerRow
  readonly procurements: number
  readonly divisions: readonly DivisionSum[]
  readonly units: readonly UnitSum[]
  readonly suppliers: readonly SupplierSum[]
  readonly files: readonly FileBehind[]
}

export function BuyerPage(props: BuyerProps) {
  const { reader, buyer, divisions } = props
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
      <Section title={words('purchasing.buyer.bought')}>
        {divisions.length === 0 ? (
          <Unknown reader={reader} known={words('purchasing.buyer.boughtKnown')} />
        ) : (
          <Bought {...props} />
        )}
      </Section>
      {divisions.length > 0 && <Units {...props} />}
      {divisions.length > 0 && <Suppliers {...props} />}
    </Page>
  )
}

function Main({ reader, buyer, procurements, files }: BuyerProps) {
  const { words } = reader
  return (
    <Figures
      figures={[
        {
          label: words('purchasing.bought'),
          value: files.length ? (
            money(reader, sumOf(files))
          ) : (
            <Unknown reader={reader} known={words('purchasing.buyer.boughtKnown')} />
          ),
          detail: files.length ? (
            <LinesLink reader={reader} buyer={buyer.number}>
              {words('purchasing.lines.see')}
            </LinesLink>
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

const MOST_PARTS = 14
const HUES = [1, 2, 3, 4, 5, 6, 7, 8] as const

const partOf = ({ division }: DivisionSum): Selection => ({ division: division?.slice(0, 2) ?? NONE })

const nameOf = (reader: Reader, { division }: DivisionSum): string =>
  division ? labelOf(division, reader.language) : reader.words('purchasing.buyer.noCategory')

/** The largest divisions, the rest as one. A division that was credited more than it cost has no area. */
function partsOf(reader: Reader, divisions: readonly DivisionSum[]): Part[] {
  const drawn = divisions.filter(({ amount }) => amount > 0)
  const total = sumOf(drawn)
  const part = (label: string, hue: Part['hue'], value: number): Part => ({
    label,
    hue,
    value,
    text: money(reader, value),
    share: shareInWords(value / total, reader.language),
  })
  const own = drawn.slice(0, drawn.length > MOST_PARTS ? MOST_PARTS - 1 : MOST_PARTS)
  const parts = own.map((one, at) => part(nameOf(reader, one), HUES[at % HUES.length] ?? 8, one.amount))
  const rest = sumOf(drawn.slice(own.length))
  return rest > 0 ? [...parts, part(reader.words('purchasing.buyer.rest'), 8, rest)] : parts
}

function Bought({ reader, buyer, divisions }: BuyerProps) {
  const { words } = reader
  return (
    <>
      <Treemap
        reader={reader}
        title={words('purchasing.buyer.treemap')}
        description={words('purchasing.buyer.treemapLead')}
        parts={partsOf(reader, divisions)}
        headings={{
          label: words('purchasing.buyer.division'),
          value: words('purchasing.bought'),
          share: words('purchasing.buyer.share'),
        }}
      />
      <Largest
        reader={reader}
        caption={words('purchasing.buyer.byDivision')}
        columns={[
          {
            label: words('purchasing.buyer.division'),
            cell: (row: DivisionSum) => <Division reader={reader} row={row} />,
          },
          {
            label: words('purchasing.bought'),
            kind: 'number',
            cell: (row: DivisionSum) => (
              <LinesLink reader={reader} buyer={buyer.number} selection={partOf(row)}>
                {exactly(reader, row.amount)}
              </LinesLink>
            ),
          },
          {
            label: words('purchasing.buyer.confidence'),
            cell: (row: DivisionSum) => words(`categories.confidence.${row.confidence}`),
          },
          {
            label: words('purchasing.account'),
            cell: (row: DivisionSum) => <Accounts reader={reader} buyer={buyer} row={row} />,
          },
        ]}
        rows={divisions}
        sum={[
          <LinesLink reader={reader} buyer={buyer.number}>
            {exactly(reader, sumOf(divisions))}
          </LinesLink>,
          '',
          '',
        ]}
      />
    </>
  )
}

function Division({ reader, row }: { reader: Reader; row: DivisionSum }) {
  if (!row.division) return <>{nameOf(reader, row)}</>
  return (
    <a class="ds-link" href={hrefIn(reader, `/categories/${row.division}`)}>
      {nameOf(reader, row)}
    </a>
  )
}

/** Each account that was read as this division, and how sure that reading is. */
function Accounts({ reader, buyer, row }: { reader: Reader; buyer: BuyerRow; row: DivisionSum }) {
  const { words } = reader
  const sure = (confidence: DivisionSum['confidence']) => words(`categories.confidence.${confidence}`)
  return (
    <Why
      reader={reader}
      summary={words('purchasing.accounts', { count: row.accounts.length })}
      about={nameOf(reader, row)}
      rows={accountRows(reader, buyer.number, row.accounts).map(({ label, value }, at) => ({
        label,
        value: (
          <>
            {value}. {words('purchasing.buyer.read', { confidence: sure(row.accounts[at]?.confidence ?? 'unknown') })}
          </>
        ),
      }))}
      note={words('purchasing.buyer.readNote')}
    />
  )
}

function Units({ reader, buyer, units }: BuyerProps) {
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
          ...sums(reader, buyer, ({ unit }: UnitSum) => ({ unit: unit ?? NONE })),
        ]}
        rows={units}
      />
    </Section>
  )
}

function Suppliers({ reader, buyer, suppliers }: BuyerProps) {
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
        columns={[{ label: words('purchasing.procurement.supplier'), cell: name }, ...sums(reader, buyer, part)]}
        rows={suppliers}
      />
    </Section>
  )
}

const sums = <Row extends UnitSum | SupplierSum>(
  reader: Reader,
  buyer: BuyerRow,
  part: (row: Row) => Selection | undefined,
): Column<Row>[] => [
  {
    label: reader.words('purchasing.bought'),
    kind: 'number',
    cell: (row) => <Sum reader={reader} buyer={buyer} amount={row.amount} part={part(row)} />,
  },
  { label: reader.words('purchasing.buyer.lines'), kind: 'number', cell: ({ lines }) => counted(reader, lines) },
]

interface SumProps {
  readonly reader: Reader
  readonly buyer: BuyerRow
  readonly amount: number
  readonly part: Selection | undefined
}

function Sum({ reader, buyer, amount, part }: SumProps) {
  if (!part) return <>{exactly(reader, amount)}</>
  return (
    <LinesLink reader={reader} buyer={buyer.number} selection={part}>
      {exactly(reader, amount)}
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
