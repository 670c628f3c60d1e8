/** A buyer's units: whom they serve, what they bought, and which files know them. */
import { Figures, hrefIn, Notice, Page, Section, Why, type Column, type Reader } from '../../web/index.js'
import { addressed } from '../asked.js'
import type { Served } from '../people-served.js'
import { NONE } from '../selection.js'
import type { BuyerRow } from '../store/buyers.js'
import type { UnitBought, Way } from '../store/units.js'
import { unitAddress } from '../units/address.js'
import { byCurrency, servedOf, type UnitServing } from '../units/served.js'
import { Files } from './files.js'
import { Largest } from './largest.js'
import { servedIn, sumIn, trailOf, unitLinesAddress, unitsAddress } from './unit-parts.js'
import { People } from './units-served.js'
import { Choose, Narrow } from './narrow.js'
import { counted, LinesLink, Said, sumOf } from './parts.js'

export { servedIn } from './unit-parts.js'

export interface UnitsProps {
  readonly reader: Reader
  readonly buyer: BuyerRow
  readonly year: number | undefined
  /** Only units that serve these. */
  readonly served: Served | undefined
  readonly years: readonly number[]
  /** Of each way to know a unit, what was bought in the year asked about; the largest first. */
  readonly known: Readonly<Record<Way, readonly UnitServing[]>>
}

export function UnitsPage(props: UnitsProps) {
  const { reader, buyer, known, served } = props
  const { words } = reader
  const isOnlyBooked = known.delivered.length === 0 && known.booked.length > 0
  return (
    <Page
      reader={reader}
      title={words('purchasing.units.title')}
      lead={words('purchasing.units.lead')}
      trail={trailOf(reader, buyer)}
      wide
    >
      <Chosen {...props} />
      {(['booked', 'delivered'] as const).map((way) =>
        byCurrency(known[way].filter((row) => served === undefined || servedOf(row) === served)).map((rows) => (
          <Known {...props} way={way} rows={rows} />
        )),
      )}
      {isOnlyBooked ? (
        <Notice kind="info" title={words('purchasing.units.onlyBooked')}>
          <p>{words('purchasing.units.onlyBookedWhy')}</p>
        </Notice>
      ) : null}
      {known.booked.length + known.delivered.length === 0 ? (
        <p>{words('purchasing.noneNarrowed')}</p>
      ) : (
        <Files reader={reader} path={unitsAddress(buyer, { year: props.year, served })} />
      )}
    </Page>
  )
}

function Chosen({ reader, buyer, year, years, served, known }: UnitsProps) {
  const { words } = reader
  const groups = new Set([...known.booked, ...known.delivered].map(servedOf))
  return (
    <Narrow
      reader={reader}
      to={unitsAddress(buyer)}
      label={words('purchasing.units.narrow')}
      button={words('purchasing.lines.button')}
      all={year === undefined && served === undefined ? undefined : words('purchasing.units.all')}
      many
    >
      <Choose
        reader={reader}
        name="year"
        label={words('purchasing.lines.year')}
        any={words('purchasing.lines.anyYear')}
        options={years.map((one) => ({ value: String(one), label: String(one) }))}
        chosen={year?.toString()}
      />
      <Choose
        reader={reader}
        name="served"
        label={words('purchasing.units.people')}
        any={words('purchasing.units.anyone')}
        options={[...groups].map((one) => ({ value: one, label: servedIn(reader, one) }))}
        chosen={served}
      />
    </Narrow>
  )
}

interface KnownProps extends UnitsProps {
  readonly way: Way
  /** In one currency. */
  readonly rows: readonly UnitServing[]
}

function Known(props: KnownProps) {
  const { reader, way, rows, served } = props
  const { words } = reader
  const currency = rows[0]!.currency
  const units = rows.filter(({ unit }) => unit !== null).length
  return (
    <Section
      title={words('purchasing.units.known', { way, currency })}
      lead={words('purchasing.units.knownLead', { way, reach: reader.reach })}
    >
      <Figures
        figures={[
          {
            label: words('purchasing.bought'),
            value: sumIn(reader, { amount: sumOf(rows), currency }),
            detail: words('purchasing.why.vat'),
          },
          { label: words('purchasing.units.table', { way }), value: counted(reader, units) },
        ]}
      />
      {served === undefined ? <People {...props} /> : null}
      <UnitTable {...props} />
    </Section>
  )
}

function UnitTable(props: KnownProps) {
  const { reader, rows, way } = props
  const { words } = reader
  const total = { amount: sumOf(rows), currency: rows[0]!.currency }
  const lines = rows.reduce((sum, row) => sum + row.lines, 0)
  return (
    <Largest
      reader={reader}
      caption={words('purchasing.units.table', { way })}
      columns={columns(props)}
      rows={rows}
      sum={['', sumIn(reader, total), counted(reader, lines)]}
    />
  )
}

function columns({ reader, buyer, year, way }: KnownProps): Column<UnitServing>[] {
  const { words } = reader
  const at = (unit: string) => `/buyers/${buyer.number}/units/${unitAddress(unit)}`
  return [
    {
      label: words('purchasing.units.count', { way }),
      cell: ({ unit }) =>
        unit === null ? (
          words('purchasing.buyer.noUnit')
        ) : (
          <Said reader={reader} to={addressed(at(unit), { year })}>
            {unit}
          </Said>
        ),
    },
    { label: words('purchasing.units.people'), cell: (row) => <ServedWhy reader={reader} row={row} /> },
    {
      label: words('purchasing.bought'),
      kind: 'number',
      cell: (row) => <UnitSum reader={reader} buyer={buyer} year={year} way={way} row={row} />,
    },
    { label: words('purchasing.buyer.lines'), kind: 'number', cell: ({ lines }) => counted(reader, lines) },
  ]
}

function ServedWhy({ reader, row: { unit, people } }: { reader: Reader; row: UnitServing }) {
  if (!people || unit === null) return <>{servedIn(reader, 'unknown')}</>
  return (
    <>
      {servedIn(reader, people.served)} <Why reader={reader} about={unit} note={reader.words.of(people.because)} />
    </>
  )
}

interface UnitSumProps {
  readonly reader: Reader
  readonly buyer: BuyerRow
  readonly year: number | undefined
  readonly way: Way
  readonly row: UnitBought
}

/** A sum that opens to its lines. */
function UnitSum({ reader, buyer, year, way, row }: UnitSumProps) {
  const { unit, currency } = row
  if (way === 'delivered' && unit !== null)
    return (
      <a class="ds-link" href={hrefIn(reader, unitLinesAddress(buyer, unit, { year, currency }))}>
        {sumIn(reader, row)}
      </a>
    )
  return (
    <LinesLink
      reader={reader}
      buyer={buyer.number}
      selection={{ unit: unit ?? NONE, year: year?.toString(), currency }}
    >
      {sumIn(reader, row)}
    </LinesLink>
  )
}
