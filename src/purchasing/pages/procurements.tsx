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
  type Reader,
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
      {rows.length === 0 ? <None reader={reader} words={asked.words} /> : <List reader={reader} rows={rows} />}
      <Pagination reader={reader} page={page} pages={pagesOf(facets.found)} href={href} />
    </Page>
  )
}

function Narrow({ reader, asked, facets }: Omit<ProcurementsProps, 'rows'>) {
  const { words, language } = reader
  const divisionName = (digits: string) =>
    isCode(`${digits}000000`) ? labelOf(`${digits}000000` as never, language) : digits
  const options = (all: readonly Facet[], labelled: (facet: Facet) => string) =>
    all.map((facet) => ({ value: facet.value, label: `${labelled(facet)} (${counted(reader, facet.count)})` }))
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
        <Field
          reader={reader}
          name="division"
          kind="select"
          optional
          label={words('purchasing.procurements.division')}
          empty={words('purchasing.procurements.anyDivision')}
          options={options(facets.divisions, ({ value }) => divisionName(value))}
          value={asked.division}
        />
        <Field
          reader={reader}
          name="buyer"
          kind="select"
          optional
          label={words('purchasing.procurements.buyer')}
          empty={words('purchasing.procurements.anyBuyer')}
          options={options(facets.buyers, ({ label }) => label)}
          value={asked.buyer}
        />
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

/** A column that no row on the page could fill is left out. */
function List({ reader, rows }: { reader: Reader; rows: readonly ProcurementListed[] }) {
  const { words } = reader
  const values = {
    label: words('purchasing.procurement.value'),
    kind: 'number' as const,
    cell: ({ value }: ProcurementListed) => (value === null ? words('kit.unknown') : exactly(reader, value)),
  }
  const ends = {
    label: words('purchasing.procurement.ends'),
    kind: 'day' as const,
    cell: ({ endsOn }: ProcurementListed) => <DayOr reader={reader} day={endsOn} />,
  }
  return (
    <Table
      caption={words('purchasing.procurements.title')}
      captionHidden
      columns={[
        {
          label: words('purchasing.procurement.title'),
          cell: (row: ProcurementListed) => (
            <Said reader={reader} to={`/procurements/${row.address}`}>
              {row.title}
            </Said>
          ),
        },
        {
          label: words('purchasing.procurement.buyer'),
          cell: (row: ProcurementListed) => <BuyerLink reader={reader} number={row.buyerNumber} name={row.buyerName} />,
        },
        {
          label: words('purchasing.procurement.category'),
          cell: (row: ProcurementListed) => <Category reader={reader} code={row.category} />,
        },
        {
          label: words('purchasing.procurement.publishedOn'),
          kind: 'day',
          cell: (row: ProcurementListed) => <DayOr reader={reader} day={row.publishedOn} />,
        },
        ...(rows.some((row) => row.value !== null) ? [values] : []),
        ...(rows.some((row) => row.endsOn) ? [ends] : []),
      ]}
      rows={rows}
      empty=""
    />
  )
}
