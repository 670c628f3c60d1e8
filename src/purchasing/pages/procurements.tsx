/** The list of procurements: words, a division and a buyer to narrow by, a page at a time. */
import { isCode, labelOf } from '../../categories/index.js'
import type { Day } from '../../kit/day.js'
import { Field, hrefIn, Page, Pagination, Table, Unknown, WRITTEN, type Column, type Reader } from '../../web/index.js'
import { addressed, pagesOf, type AskedOfList } from '../asked.js'
import type { Facet, Facets } from '../facets.js'
import type { Asked, Listed } from '../store/search.js'
import { Files } from './files.js'
import { None } from './lists.js'
import { Choose, Narrow } from './narrow.js'
import { BuyerLink, Category, counted, DayOr, EndOr, exactly, Said } from './parts.js'

export interface ProcurementListed extends Listed {
  /** The contract end that comes next; undefined where no register tells. */
  readonly endsOn: Day | undefined
}
interface ProcurementsProps {
  readonly reader: Reader
  readonly asked: AskedOfList & Asked
  readonly facets: Facets
  readonly rows: readonly ProcurementListed[]
  readonly today: Day
}

export function ProcurementsPage({ reader, asked, facets, rows, today }: ProcurementsProps) {
  const { words } = reader
  const { division, buyer, page } = asked
  const query = { q: asked.words, division, buyer }
  const href = (to: number) => hrefIn(reader, addressed('/procurements', { ...query, page: to === 1 ? undefined : to }))
  return (
    <Page
      reader={reader}
      title={words('purchasing.procurements.title')}
      lead={words('purchasing.procurements.lead')}
      wide
    >
      <Narrowed reader={reader} asked={asked} facets={facets} />
      <p>{words('purchasing.procurements.found', { count: facets.found })}</p>
      {rows.length === 0 ? (
        <None reader={reader} words={asked.words} narrowed={Boolean(division ?? buyer)} />
      ) : (
        <List reader={reader} rows={rows} today={today} />
      )}
      <Pagination reader={reader} page={page} pages={pagesOf(facets.found)} href={href} />
      {rows.length === 0 ? null : <Files reader={reader} path={addressed('/procurements', query)} />}
    </Page>
  )
}

function Narrowed({ reader, asked, facets }: Omit<ProcurementsProps, 'rows' | 'today'>) {
  const { words, language } = reader
  const p = (key: 'search' | 'all' | 'words' | 'division' | 'anyDivision' | 'buyer' | 'anyBuyer') =>
    words(`purchasing.procurements.${key}`)
  const divisionName = (digits: string) => {
    const code = `${digits}000000`
    return isCode(code) ? labelOf(code, language) : digits
  }
  const option = ({ value, label, count }: Facet) => ({ value, label: `${label} (${counted(reader, count)})` })
  const divisions = facets.divisions.map((facet) => ({ ...facet, label: divisionName(facet.value) })).map(option)
  return (
    <Narrow
      reader={reader}
      to="/procurements"
      label={p('search')}
      button={words('web.search.button')}
      all={asked.words || asked.division || asked.buyer ? p('all') : undefined}
    >
      <Field reader={reader} name="q" kind="search" optional unmarked label={p('words')} value={asked.words} />
      <Choose
        reader={reader}
        name="division"
        label={p('division')}
        any={p('anyDivision')}
        options={divisions}
        chosen={asked.division}
      />
      <Choose
        reader={reader}
        name="buyer"
        label={p('buyer')}
        any={p('anyBuyer')}
        options={facets.buyers.map((facet) => ({ ...option(facet), lang: WRITTEN }))}
        chosen={asked.buyer}
      />
    </Narrow>
  )
}

type ListProps = Pick<ProcurementsProps, 'reader' | 'rows' | 'today'>

function List({ reader, rows, today }: ListProps) {
  return (
    <Table
      caption={reader.words('purchasing.procurements.title')}
      captionHidden
      columns={columns(reader, rows, today)}
      rows={rows}
      empty=""
    />
  )
}

/** A column that no row on the page could fill is left out. */
function columns(reader: Reader, rows: readonly ProcurementListed[], today: Day): Column<ProcurementListed>[] {
  const p = (key: 'title' | 'buyer' | 'category' | 'publishedOn' | 'value' | 'ends') =>
    reader.words(`purchasing.procurement.${key}`)
  const title = ({ address, title }: ProcurementListed) => (
    <Said reader={reader} to={`/procurements/${address}`}>
      {title}
    </Said>
  )
  const value: Column<ProcurementListed> = {
    label: p('value'),
    kind: 'number',
    cell: ({ value }) => (value === null ? <Unknown reader={reader} /> : exactly(reader, value)),
  }
  const ends: Column<ProcurementListed> = {
    label: p('ends'),
    kind: 'day',
    cell: ({ endsOn }) => <EndOr reader={reader} day={endsOn} today={today} />,
  }
  return [
    { label: p('title'), cell: title },
    { label: p('buyer'), cell: (row) => <BuyerLink reader={reader} number={row.buyerNumber} name={row.buyerName} /> },
    { label: p('category'), cell: (row) => <Category reader={reader} code={row.category} /> },
    { label: p('publishedOn'), kind: 'day', cell: (row) => <DayOr reader={reader} day={row.publishedOn} /> },
    ...(rows.some((row) => row.value !== null) ? [value] : []),
    ...(rows.some((row) => row.endsOn) ? [ends] : []),
  ]
}
