/** One unit: whom it serves and why we say so, and what it bought by year, by account and of whom. */
import { hrefIn, Figures, Page, Section, Why, Written, WRITTEN, type Column, type Reader } from '../../web/index.js'
import type { PeopleServed } from '../people-served.js'
import { NONE, type Selection } from '../selection.js'
import type { BuyerRow } from '../store/buyers.js'
import type { PartBought, UnitRow, Way } from '../store/units.js'
import { unitAddress } from '../units/address.js'
import { byCurrency } from '../units/served.js'
import { addressed } from '../asked.js'
import { Largest } from './largest.js'
import { Choose, Narrow } from './narrow.js'
import { counted, LinesLink, Said, sumOf } from './parts.js'
import { Said as ServedSaid, type Saying } from './unit-said.js'
import { servedIn, sumIn, trailOf, unitLinesAddress, unitsAddress } from './unit-parts.js'

export type By = 'year' | 'account' | 'supplier'
export interface UnitProps {
  readonly reader: Reader
  readonly buyer: BuyerRow
  readonly unit: UnitRow
  readonly people: PeopleServed
  readonly year: number | undefined
  readonly years: readonly number[]
  /** Of each way to know it, what it bought in the year asked about; by year always all of it. */
  readonly known: readonly Known[]
  /** For the buyer's own people: saying whom it serves. */
  readonly saying: Saying | undefined
}
interface Known {
  readonly way: Way
  readonly by: Readonly<Record<By, readonly PartBought[]>>
}

export const unitTrail = (reader: Reader, buyer: BuyerRow) => [
  ...trailOf(reader, buyer),
  { href: hrefIn(reader, unitsAddress(buyer)), label: reader.words('purchasing.units.title') },
]

export function UnitPage(props: UnitProps) {
  const { reader, buyer, unit, people, known } = props
  const { words } = reader
  return (
    <Page
      reader={reader}
      title={unit.name}
      titleLang={WRITTEN}
      lead={
        <>
          {words('purchasing.units.serves', { people: servedIn(reader, people.served) })}{' '}
          <Why reader={reader} about={words('purchasing.units.people')} note={words.of(people.because)} />
        </>
      }
      trail={unitTrail(reader, buyer)}
      wide
    >
      <Chosen {...props} />
      {known.flatMap((one) =>
        byCurrency(one.by.account).map((accounts) => (
          <Bought {...props} way={one.way} by={inCurrency(one, accounts[0]!.currency)} />
        )),
      )}
      {props.saying ? <ServedSaid {...props.saying} {...{ reader, buyer, unit, served: people.served }} /> : null}
      {known.every(({ by }) => by.account.length === 0) ? <p>{words('purchasing.noneNarrowed')}</p> : null}
    </Page>
  )
}

const inCurrency = ({ by }: Known, currency: PartBought['currency']): Known['by'] => {
  const own = (rows: readonly PartBought[]) => rows.filter((row) => row.currency === currency)
  return { year: own(by.year), account: own(by.account), supplier: own(by.supplier) }
}

function Chosen({ reader, buyer, unit, year, years }: UnitProps) {
  const { words } = reader
  return (
    <Narrow
      reader={reader}
      to={`/buyers/${buyer.number}/units/${unitAddress(unit.name)}`}
      label={words('purchasing.units.narrow')}
      button={words('purchasing.lines.button')}
      all={year === undefined ? undefined : words('purchasing.lines.anyYear')}
    >
      <Choose
        reader={reader}
        name="year"
        label={words('purchasing.lines.year')}
        any={words('purchasing.lines.anyYear')}
        options={years.map((one) => ({ value: String(one), label: String(one) }))}
        chosen={year?.toString()}
      />
    </Narrow>
  )
}

type BoughtProps = UnitProps & Known

function Bought(props: BoughtProps) {
  const { reader, way, by } = props
  const { words } = reader
  const total = { name: null, address: null, currency: by.account[0]!.currency, amount: sumOf(by.account), lines: 0 }
  return (
    <Section
      title={words('purchasing.units.bought', { way, currency: total.currency })}
      lead={words('purchasing.units.boughtLead', { way })}
    >
      <Figures
        figures={[
          {
            label: words('purchasing.bought'),
            value: sumIn(reader, total),
            detail: <Sum {...props} row={total} part={{}} text={words('purchasing.lines.see')} />,
          },
          {
            label: words('purchasing.buyer.lines'),
            value: counted(
              reader,
              by.account.reduce((sum, { lines }) => sum + lines, 0),
            ),
          },
        ]}
      />
      {(['year', 'account', 'supplier'] as const).map((part) =>
        part === 'year' && by.year.length < 2 ? null : <PartTable {...props} part={part} />,
      )}
    </Section>
  )
}

function PartTable(props: BoughtProps & { readonly part: By }) {
  const { reader, part, by } = props
  const { words } = reader
  const columns: Column<PartBought>[] = [
    { label: words('purchasing.units.part', { part }), cell: (row) => <Name {...props} row={row} /> },
    {
      label: words('purchasing.bought'),
      kind: 'number',
      cell: (row) => <Sum {...props} row={row} part={partOf(part, row)} text={sumIn(reader, row)} />,
    },
    { label: words('purchasing.buyer.lines'), kind: 'number', cell: ({ lines }) => counted(reader, lines) },
  ]
  return <Largest reader={reader} caption={words('purchasing.units.by', { part })} columns={columns} rows={by[part]} />
}

const partOf = (part: By, { name, address }: PartBought): Selection =>
  part === 'supplier' ? { supplier: address ?? NONE } : { [part]: name ?? undefined }

function Name({ reader, buyer, unit, part, row }: BoughtProps & { readonly part: By; readonly row: PartBought }) {
  if (row.name === null) return <>{reader.words('purchasing.buyer.notNamed', { reach: reader.reach })}</>
  if (part === 'supplier')
    return (
      <Said reader={reader} to={`/suppliers/${row.address}`}>
        {row.name}
      </Said>
    )
  if (part === 'account') return <Written>{row.name}</Written>
  return (
    <a
      class="ds-link"
      href={hrefIn(reader, addressed(`/buyers/${buyer.number}/units/${unitAddress(unit.name)}`, { year: row.name }))}
    >
      {row.name}
    </a>
  )
}

interface SumProps extends UnitProps {
  readonly way: Way
  readonly row: PartBought
  readonly part: Selection
  readonly text: string
}

/** A sum that opens to its lines; the year asked about holds for all but the sums of other years. */
function Sum({ reader, buyer, unit, year, way, row: { currency }, part, text }: SumProps) {
  const selection = { year: year?.toString(), ...part, currency }
  if (way === 'booked')
    return (
      <LinesLink reader={reader} buyer={buyer.number} selection={{ unit: unit.name, ...selection }}>
        {text}
      </LinesLink>
    )
  const of = { ...selection, year: selection.year === undefined ? undefined : Number(selection.year) }
  return (
    <a class="ds-link" href={hrefIn(reader, unitLinesAddress(buyer, unit.name, of))}>
      {text}
    </a>
  )
}
