/** What is booked as bought and counted in no sum of purchases: each line with the reason. */
import { Figures, hrefIn, Page, Pagination, Table, WRITTEN, type Column, type Reader } from '../../../web/index.js'
import { pagesOf } from '../../asked.js'
import type { ApartLine, ApartSum } from '../../store/apart.js'
import type { BuyerRow } from '../../store/buyers.js'
import { exactly } from '../parts.js'
import { lineColumns } from '../purchases.js'

export interface ApartProps {
  readonly reader: Reader
  readonly buyer: BuyerRow
  readonly page: number
  readonly sums: readonly ApartSum[]
  readonly lines: readonly ApartLine[]
}

export function ApartPage({ reader, buyer, page, sums, lines }: ApartProps) {
  const { words } = reader
  const title = words('purchasing.judged.apart.list')
  return (
    <Page
      reader={reader}
      title={title}
      lead={words('purchasing.judged.apart.lead')}
      trail={[
        { href: hrefIn(reader, '/buyers'), label: words('purchasing.buyers.title') },
        { href: hrefIn(reader, `/buyers/${buyer.number}`), label: buyer.name, lang: WRITTEN },
      ]}
      wide
    >
      <Figures
        figures={sums.map(({ lines: count, amount, currency }) => ({
          label: words('purchasing.judged.apart.figure'),
          value: exactly(reader, amount, currency),
          detail: words('purchasing.lines.count', { count }),
        }))}
      />
      <Table
        caption={title}
        captionHidden
        rowHeader={false}
        columns={[...lineColumns(reader, buyer), reason(reader)] as Column<ApartLine>[]}
        rows={lines}
        empty={words('purchasing.judged.apart.none')}
      />
      <Pagination
        reader={reader}
        page={page}
        pages={pagesOf(sums.reduce((all, one) => all + one.lines, 0))}
        href={(to) => hrefIn(reader, `/buyers/${buyer.number}/set-apart${to === 1 ? '' : `?page=${to}`}`)}
      />
    </Page>
  )
}

const reason = ({ words }: Reader): Column<ApartLine> => ({
  label: words('purchasing.judged.line.because'),
  cell: ({ by }) => words('purchasing.judged.apart.by', { by }),
})
