/** By the people served: picture and table of the same sums. */
import { moneyInWords, shareInWords } from '../../kit/money.js'
import { hrefIn, Treemap, type Part, type Reader } from '../../web/index.js'
import type { BuyerRow } from '../store/buyers.js'
import type { UnitBought, Way } from '../store/units.js'
import { byServed, type ServedSum, type UnitServing } from '../units/served.js'
import { Largest } from './largest.js'
import { counted, LinesLink, sumOf } from './parts.js'
import { servedIn, sumIn, unitsAddress } from './unit-parts.js'

interface PeopleProps {
  readonly reader: Reader
  readonly buyer: BuyerRow
  readonly year: number | undefined
  readonly way: Way
  /** In one currency. */
  readonly rows: readonly UnitServing[]
}

export function People(props: PeopleProps) {
  const { reader, buyer, year, rows, way } = props
  const { words } = reader
  const sums = byServed(rows)
  const href = ({ served }: ServedSum) => hrefIn(reader, unitsAddress(buyer, { year, served }))
  return (
    <>
      <Treemap
        reader={reader}
        title={words('purchasing.units.treemap', { way })}
        description={words('purchasing.units.treemapLead')}
        parts={partsOf(reader, sums, rows[0]!.currency, href)}
        headings={{
          label: words('purchasing.units.people'),
          value: words('purchasing.bought'),
          share: words('purchasing.buyer.share'),
        }}
      />
      <Largest
        reader={reader}
        caption={words('purchasing.units.byPeople', { way })}
        columns={[
          {
            label: words('purchasing.units.people'),
            cell: (row: ServedSum) => (
              <a class="ds-link" href={href(row)}>
                {servedIn(reader, row.served)}
              </a>
            ),
          },
          {
            label: words('purchasing.bought'),
            kind: 'number',
            cell: (row: ServedSum) => <ServedAmount {...props} sum={row} />,
          },
          {
            label: words('purchasing.units.table', { way }),
            kind: 'number',
            cell: ({ units }: ServedSum) => counted(reader, units.filter(({ unit }) => unit !== null).length),
          },
          {
            label: words('purchasing.buyer.lines'),
            kind: 'number',
            cell: ({ lines }: ServedSum) => counted(reader, lines),
          },
        ]}
        rows={sums}
      />
    </>
  )
}

/** Opens to its lines; what was delivered to several units opens to those, each with its own. */
function ServedAmount({ reader, buyer, year, rows, way, sum }: PeopleProps & { readonly sum: ServedSum }) {
  const { served, amount } = sum
  const { currency } = rows[0]!
  const written = sumIn(reader, { amount, currency })
  if (way === 'delivered')
    return (
      <a class="ds-link" href={hrefIn(reader, unitsAddress(buyer, { year, served }))}>
        {written}
      </a>
    )
  return (
    <LinesLink reader={reader} buyer={buyer.number} selection={{ served, year: year?.toString(), currency }}>
      {written}
    </LinesLink>
  )
}

/** A group that was credited more than it cost has no area. */
function partsOf(
  reader: Reader,
  sums: readonly ServedSum[],
  currency: UnitBought['currency'],
  href: (sum: ServedSum) => string,
): Part[] {
  const drawn = sums.filter(({ amount }) => amount > 0)
  const total = sumOf(drawn)
  return drawn.map((sum) => ({
    label: servedIn(reader, sum.served),
    href: href(sum),
    value: sum.amount,
    text: moneyInWords({ amount: sum.amount, currency }, reader.language),
    share: shareInWords(sum.amount / total, reader.language),
    rest: sum.served === 'unknown',
  }))
}
