/** What a buyer has procured: how many in each category, each leading to its list, and the newest of all. */
import { hrefIn, LinkList, Section, Table, Unknown, type Column, type Reader } from '../../web/index.js'
import { addressed } from '../asked.js'
import type { Pair } from '../facets.js'
import type { BuyerRow } from '../store/buyers.js'
import type { Listed } from '../store/search.js'
import { Largest } from './largest.js'
import { Category, counted, DayOr, exactly, Said } from './parts.js'

interface ProcuredProps {
  readonly reader: Reader
  readonly buyer: BuyerRow
  readonly procurements: number
  readonly procured: readonly Pair[]
  readonly latest: readonly Listed[]
}

export function Procured({ reader, buyer, procurements, procured, latest }: ProcuredProps) {
  const { words } = reader
  return (
    <Section title={words('purchasing.buyer.procured')}>
      <Largest
        reader={reader}
        caption={words('purchasing.buyer.procuredBy')}
        columns={[
          { label: words('purchasing.buyer.division'), cell: (row: Pair) => <Division reader={reader} row={row} /> },
          {
            label: words('purchasing.procurements.title'),
            kind: 'number',
            cell: (row: Pair) => <Count reader={reader} row={row} />,
          },
        ]}
        rows={procured}
      />
      <Table
        caption={words('purchasing.buyer.latest', {
          count: latest.length,
          all: latest.length === procurements ? 'yes' : 'no',
        })}
        columns={columns(reader, latest)}
        rows={latest}
        empty=""
      />
      <LinkList
        links={[
          {
            href: hrefIn(reader, addressed('/procurements', { buyer: buyer.number })),
            label: words('purchasing.buyer.procurements'),
            detail: counted(reader, procurements),
          },
        ]}
      />
    </Section>
  )
}

function Division({ reader, row: { division } }: { reader: Reader; row: Pair }) {
  if (division === null) return <>{reader.words('purchasing.buyer.noCategory')}</>
  return <Category reader={reader} code={`${division}000000`} />
}

/** A list cannot be narrowed to what has no category. */
function Count({ reader, row: { division, buyer, count } }: { reader: Reader; row: Pair }) {
  if (division === null) return <>{counted(reader, count)}</>
  return (
    <a class="ds-link" href={hrefIn(reader, addressed('/procurements', { buyer, division }))}>
      {counted(reader, count)}
    </a>
  )
}

/** A column that no row could fill is left out. */
function columns(reader: Reader, rows: readonly Listed[]): Column<Listed>[] {
  const p = (key: 'title' | 'category' | 'publishedOn' | 'value') => reader.words(`purchasing.procurement.${key}`)
  const title = ({ address, title }: Listed) => (
    <Said reader={reader} to={`/procurements/${address}`}>
      {title}
    </Said>
  )
  const announced: Column<Listed> = {
    label: p('publishedOn'),
    kind: 'day',
    cell: ({ publishedOn }) => <DayOr reader={reader} day={publishedOn} />,
  }
  const value: Column<Listed> = {
    label: p('value'),
    kind: 'number',
    cell: ({ value }) => (value === null ? <Unknown reader={reader} /> : exactly(reader, value)),
  }
  return [
    { label: p('title'), cell: title },
    { label: p('category'), cell: (row) => <Category reader={reader} code={row.category} /> },
    ...(rows.some(({ publishedOn }) => publishedOn !== null) ? [announced] : []),
    ...(rows.some((row) => row.value !== null) ? [value] : []),
  ]
}
