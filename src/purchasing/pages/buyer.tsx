/** One buyer: what it buys, who in it buys, whom it buys of, and what it has procured. */
import { Figures, hrefIn, Page, Section, Unknown, Written, WRITTEN, type Column, type Reader } from '../../web/index.js'
import { addressed } from '../asked.js'
import type { Pair } from '../facets.js'
import { NONE, type Selection } from '../selection.js'
import type { DivisionSum } from '../spending.js'
import type { BuyerRow } from '../store/buyers.js'
import type { FileBehind, SupplierSum, UnitSum } from '../store/overview.js'
import type { Listed } from '../store/search.js'
import { Bought } from './bought.js'
import { Largest } from './largest.js'
import { counted, exactly, LinesLink, money, numberWritten, Said, sumOf, SumWhy } from './parts.js'
import { Procured } from './procured.js'

export interface BuyerProps {
  readonly reader: Reader
  readonly buyer: BuyerRow
  readonly procurements: number
  /** The divisions of them, those with most first. */
  readonly procured: readonly Pair[]
  /** The newest of them. */
  readonly latest: readonly Listed[]
  readonly divisions: readonly DivisionSum[]
  readonly units: readonly UnitSum[]
  readonly suppliers: readonly SupplierSum[]
  readonly files: readonly FileBehind[]
}

export function BuyerPage(props: BuyerProps) {
  const { reader, buyer, procurements, divisions } = props
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
      {divisions.length > 0 && (
        <>
          <Bought {...props} />
          <Units {...props} />
          <Suppliers {...props} />
        </>
      )}
      {procurements > 0 && <Procured {...props} />}
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
