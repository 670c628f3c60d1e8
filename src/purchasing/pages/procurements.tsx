/** The list of procurements: words, a division and a buyer to narrow by, a page at a time. */
import { isCode, labelOf } from '../../categories/index.js'
import type { Day } from '../../kit/day.js'
import {
  Actions,
  ActionLink,
  Button,
  Field,
  Form,
  hrefIn,
  Page,
  Pagination,
  Table,
  type Column,
  type Reader,
  Unknown,
} from '../../web/index.js'
import { addressed, pagesOf, type AskedOfList } from '../asked.js'
import type { Facet, Facets } from '../facets.js'
import type { Asked, Listed } from '../store/search.js'
import { None } from './lists.js'
import { BuyerLink, Category, counted, DayOr, exactly, Said } from './parts.js'

export interface ProcurementListed extends Listed {
  /** The contract end that comes next; undefined where no register tells. */
  readonly endsOn: Day | undefined
}
interface ProcurementsProps {
  readonly reader: Reader
  readonly asked: AskedOfList & Asked
  readonly facets: Facets
  readonly rows: readonly ProcurementListed[]
}

export function ProcurementsPage({ reader, asked, facets, rows }: ProcurementsProps) {
  const { words } = reader
  const { division, buyer, page } = asked
  const href = (to: number) =>
    hrefIn(reader, addressed('/procurements', { q: asked.words, division, buyer, page: to === 1 ? undefined : to }))
  return (
    <Page
      reader={reader}
      title={words('purchasing.procurements.title')}
      lead={words('purchasing.procurements.lead')}
      wide
    >
      <Narrow reader={reader} asked={asked} facets={facets} />
      <p>{words('purchasing.procurements.found', { count: facets.found })}</p>
      {rows.length === 0 ? (
        <None reader={reader} words={asked.words} narrowed={Boolean(division ?? buyer)} />
      ) : (
        <List reader={reader} rows={rows} />
      )}
      <Pagination reader={reader} page={page} pages={pagesOf(facets.found)} href={href} />
    </Page>
  )
}

function Narrow({ reader, asked, facets }: Omit<ProcurementsProps, 'rows'>) {
  const { words, language } = reader
  const divisionName = (digits: string) => {
    const code = `${digits}000000`
    return isCode(code) ? labelOf(code, language) : digits
  }
  const isNarrowed = Boolean(asked.words || asked.division || asked.buyer)
  return (
    <Form action={hrefIn(reader, '/procurements')} method="get" label={words('purchasing.procurements.search')}>
      <div class="narrow">
        <Field
          reader={reader}
          name="q"
          kind="search"
          optional
          label={words('purchasing.procurements.words')}
          value={asked.words}
        />
        <Choose
          reader={reader}
          name="division"
          facets={facets.divisions.map((facet) => ({ ...facet, label: divisionName(facet.value) }))}
          chosen={asked.division}
        />
        <Choose reader={reader} name="buyer" facets={facets.buyers} chosen={asked.buyer} />
      </div>
      <Actions>
        <Button kind="secondary">{words('web.search.button')}</Button>
        {isNarrowed ? (
          <ActionLink kind="quiet" href={hrefIn(reader, '/procurements')}>
            {words('purchasing.procurements.all')}
          </ActionLink>
        ) : null}
      </Actions>
    </Form>
  )
}

interface ChooseProps {
  readonly reader: Reader
  readonly name: 'division' | 'buyer'
  readonly facets: readonly Facet[]
  readonly chosen: string | undefined
}

function Choose({ reader, name, facets, chosen }: ChooseProps) {
  const { words } = reader
  return (
    <Field
      reader={reader}
      name={name}
      kind="select"
      optional
      label={words(`purchasing.procurements.${name}`)}
      empty={words(name === 'division' ? 'purchasing.procurements.anyDivision' : 'purchasing.procurements.anyBuyer')}
      options={facets.map(({ value, label, count }) => ({ value, label: `${label} (${counted(reader, count)})` }))}
      value={chosen}
    />
  )
}

function List({ reader, rows }: { reader: Reader; rows: readonly ProcurementListed[] }) {
  return (
    <Table
      caption={reader.words('purchasing.procurements.title')}
      captionHidden
      columns={columns(reader, rows)}
      rows={rows}
      empty=""
    />
  )
}

/** A column that no row on the page could fill is left out. */
function columns(reader: Reader, rows: readonly ProcurementListed[]): Column<ProcurementListed>[] {
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
    cell: ({ endsOn }) => <DayOr reader={reader} day={endsOn} />,
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
