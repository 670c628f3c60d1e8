/** Tables of how purchases follow contracts: the largest beside them, each category, each unit. */
import { isCode, labelOf } from '../../../categories/index.js'
import { shareInWords } from '../../../kit/money.js'
import { Facts, Section, Unknown, Written, type Column, type Reader } from '../../../web/index.js'
import { FOLLOWINGS, shareOf, type Followed, type Sum } from '../../followed.js'
import { NONE, type Selection } from '../../selection.js'
import type { BuyerRow } from '../../store/buyers.js'
import type { Beside, ContractNamed } from '../../store/following.js'
import type { FileBehind } from '../../store/overview.js'
import { Folded } from '../folded.js'
import { Largest } from '../largest.js'
import { exactly, LinesLink, money, Said } from '../parts.js'

export interface FollowedProps {
  readonly reader: Reader
  readonly buyer: BuyerRow
  readonly year: number | undefined
  readonly years: readonly number[]
  readonly whole: Followed
  readonly divisions: readonly Followed[]
  readonly units: readonly Followed[]
  /** Whether any contract is known that it may call off from. */
  readonly hasContracts: boolean
  readonly beside: readonly Beside[]
  /** Those that the rows of `beside` name. */
  readonly contracts: readonly ContractNamed[]
  readonly files: readonly FileBehind[]
  readonly isWaiting: boolean
}

/** Lines of the year shown; always in the buyer's own currency. */
export const within = ({ year }: Pick<FollowedProps, 'year'>, of: Selection = {}): Selection => ({
  ...of,
  year: year?.toString(),
})

export const shareText = ({ language, words }: Reader, part: Sum, whole: Sum): string => {
  const share = shareOf(part.amount, whole.amount)
  return share === undefined ? words('purchasing.judged.followed.no') : shareInWords(share, language)
}

export function BesideSection(props: FollowedProps) {
  const { reader, beside } = props
  const { words } = reader
  const [first] = beside
  return (
    <Section
      title={words('purchasing.judged.followed.largest')}
      lead={first ? words('purchasing.judged.followed.largestLead') : undefined}
    >
      {first ? (
        <Largest
          reader={reader}
          caption={words('purchasing.judged.followed.largest')}
          captionHidden
          columns={besideColumns(props)}
          rows={beside}
        />
      ) : (
        <p>{words('purchasing.judged.followed.noneBeside')}</p>
      )}
      {first && first.found > beside.length ? (
        <p>{words('purchasing.judged.followed.largestOf', { count: beside.length, found: first.found })}</p>
      ) : null}
      <Facts
        facts={[
          {
            label: words('purchasing.judged.followed.others'),
            value: <Unknown reader={reader} known={words('purchasing.judged.followed.othersKnown')} />,
          },
        ]}
      />
    </Section>
  )
}

function besideColumns(props: FollowedProps): Column<Beside>[] {
  const { reader, buyer, contracts } = props
  const { words } = reader
  const could = (row: Beside) => contracts.filter(({ id }) => row.contracts.split(' ').includes(String(id)))
  return [
    { label: words('purchasing.lines.supplier'), cell: (row) => <BoughtFrom reader={reader} row={row} /> },
    { label: words('purchasing.judged.line.category'), cell: ({ division }) => divisionName(reader, division) },
    {
      label: words('purchasing.bought'),
      kind: 'number',
      cell: ({ supplier, division, amount }) => (
        <LinesLink
          reader={reader}
          buyer={buyer.number}
          selection={within(props, { following: 'beside', supplier: supplier ?? NONE, division })}
        >
          {exactly(reader, amount, buyer.currency)}
        </LinesLink>
      ),
    },
    {
      label: words('purchasing.judged.followed.could'),
      cell: (row) =>
        could(row).map(({ address, number, title }) => (
          <p>
            <Said reader={reader} to={`/contracts/${address}`}>{`${number} ${title}`}</Said>
          </p>
        )),
    },
  ]
}

function BoughtFrom({ reader, row: { supplier, supplierName } }: { reader: Reader; row: Beside }) {
  if (supplierName === null) return <>{reader.words('purchasing.buyer.notNamed', { reach: reader.reach })}</>
  return (
    <Said reader={reader} to={`/suppliers/${supplier}`}>
      {supplierName}
    </Said>
  )
}

export function divisionName({ words, language }: Reader, digits: string | null): string {
  const code = `${digits}000000`
  return isCode(code) ? labelOf(code, language) : words('purchasing.buyer.noCategory')
}

interface PartedProps extends FollowedProps {
  readonly by: 'division' | 'unit'
  readonly rows: readonly Followed[]
}

/** Shares of each row's own sum, each leading to its lines. */
export function Parted(props: PartedProps) {
  const { reader, buyer, by, rows } = props
  const { words } = reader
  const title = words(`purchasing.judged.followed.${by === 'unit' ? 'byUnit' : 'byDivision'}`)
  const linked = (text: string, of: Selection) => (
    <LinesLink reader={reader} buyer={buyer.number} selection={within(props, of)}>
      {text}
    </LinesLink>
  )
  const isUnit = by === 'unit'
  const columns: Column<Followed>[] = [
    {
      label: words(`purchasing.judged.by.${isUnit ? 'unit' : 'category'}`),
      cell: ({ of }) => (isUnit ? <UnitName reader={reader} name={of} /> : divisionName(reader, of)),
    },
    {
      label: words('purchasing.bought'),
      kind: 'number',
      cell: (row) => linked(money(reader, row.amount, buyer.currency), { [by]: row.of ?? NONE }),
    },
    ...FOLLOWINGS.map((following): Column<Followed> => ({
      label: words('purchasing.judged.followed.following', { following }),
      kind: 'number',
      cell: (row) =>
        row.parts[following].lines === 0
          ? words('purchasing.judged.followed.no')
          : linked(shareText(reader, row.parts[following], row), { [by]: row.of ?? NONE, following }),
    })),
  ]
  return (
    <Section title={title}>
      <Folded summary={words('purchasing.largest.all', { count: rows.length })}>
        <Largest reader={reader} caption={title} captionHidden columns={columns} rows={rows} />
      </Folded>
    </Section>
  )
}

const UnitName = ({ reader, name }: { reader: Reader; name: string | null }) =>
  name === null ? <>{reader.words('purchasing.buyer.noUnit')}</> : <Written>{name}</Written>
