/** The rows behind the picture, with how sure each is, and their sum. */
import { countInWords, moneyInWords, shareInWords } from '../../kit/money.js'
import { Disclosure, hrefIn, Table, Written, type Column } from '../../web/index.js'
import { figureAddress } from '../address.js'
import { rowCalled } from '../naming.js'
import type { OpenWay, Row } from '../seen.js'
import { rangeInWords, weightInWords } from '../told.js'
import { Likely } from './likely.js'
import { atOf, type ClimateProps } from './choosing.js'

const MOST_OPEN = 10
type Props = ClimateProps & { readonly by: OpenWay }

export function Rows(props: Props) {
  const { reader, seeing } = props
  const { words } = reader
  const columns = columnsOf(props)
  const rest = seeing.rows.slice(MOST_OPEN)
  const caption = words('impact.page.picture')
  const tonnes = countInWords(Math.round(seeing.whole.sum.mean / 1000), reader.language)
  return (
    <>
      <Table
        caption={caption}
        captionHidden
        columns={columns}
        rows={seeing.rows.slice(0, MOST_OPEN)}
        foot={sumOf(props)}
        empty=""
      />
      {rest.length > 0 ? (
        <Disclosure summary={words('impact.page.others', { count: rest.length })}>
          <Table
            caption={words('impact.page.others', { count: rest.length })}
            captionHidden
            columns={columns}
            rows={rest}
            empty=""
          />
        </Disclosure>
      ) : null}
      <p>{words('impact.page.adding', { tonnes })}</p>
    </>
  )
}

function columnsOf(props: Props): Column<Row>[] {
  const { reader, book, seeing } = props
  const { words, language } = reader
  const money = (amount: number) => (amount === 0 ? '' : moneyInWords({ amount, currency: seeing.currency }, language))
  const isKnown = (row: Row) => row.entries.some(({ part }) => part)
  return [
    {
      label: words('impact.page.way', { by: props.by }),
      cell: (row) => {
        const { name, written } = rowCalled(props.by, row.key, book, words)
        return written ? <Written>{name}</Written> : name
      },
    },
    {
      label: words('impact.page.median'),
      kind: 'number',
      cell: (row) =>
        isKnown(row) ? (
          <>
            <a class="ds-link" href={hrefIn(reader, figureAddress(atOf(props), row.key))}>
              {weightInWords(row.sum.kgCo2e, words)}
            </a>{' '}
            ({rangeInWords(row.sum, words)})
          </>
        ) : (
          words('web.unknown.word')
        ),
    },
    {
      label: words('impact.page.share'),
      kind: 'number',
      cell: (row) => isKnown(row) && shareInWords(row.share, language),
    },
    {
      label: words('impact.page.top'),
      kind: 'number',
      cell: ({ top }) => <Likely reader={reader} top={top} />,
    },
    ...(seeing.whole.byQuantity === 0
      ? []
      : [
          {
            label: words('impact.page.quantity'),
            kind: 'number' as const,
            cell: ({ byQuantity }: Row) => money(byQuantity),
          },
        ]),
    { label: words('impact.page.missing'), kind: 'number', cell: ({ unknown }) => money(unknown) },
  ]
}

function sumOf(props: Props) {
  const { reader, seeing } = props
  const { words, language } = reader
  const { whole, currency } = seeing
  const money = (amount: number) => moneyInWords({ amount, currency }, language)
  return [
    words('impact.page.whole'),
    <>
      <a class="ds-link" href={hrefIn(reader, figureAddress(atOf(props)))}>
        {weightInWords(whole.sum.kgCo2e, words)}
      </a>{' '}
      ({rangeInWords(whole.sum, words)})
    </>,
    shareInWords(1, language),
    '',
    ...(whole.byQuantity === 0 ? [] : [money(whole.byQuantity)]),
    money(whole.unknown),
  ]
}
