/** The contracts that an entry tells of, each beside what is public of it today. */
import { Disclosure, hrefIn, Section, Table, Why, type Reader } from '../../web/index.js'
import { sha256 } from '../sha256.js'

/** What is public of a contract today: its title, and the text that its fingerprint is made of. */
export interface ContractToday {
  readonly contract: string
  readonly title: string
  readonly text: string
}
interface Told {
  readonly contract: string
  readonly what: 'published' | 'changed' | 'gone'
  readonly sha256: string | undefined
}

/** Contracts as `tell-contracts` has them in its body; whatever else stands there is passed over. */
export function contractsIn(body: Readonly<Record<string, unknown>>): Told[] {
  return (['published', 'changed', 'gone'] as const).flatMap((what) => {
    const found = body[what]
    return (Array.isArray(found) ? found : []).flatMap((one: unknown) => {
      const { contract, sha256: digest } = typeof one === 'string' ? { contract: one } : (one as Partial<Told>)
      return typeof contract === 'string' ? [{ contract, what, sha256: digest }] : []
    })
  })
}

interface ContractsProps {
  readonly reader: Reader
  readonly told: readonly Told[]
  readonly today: readonly ContractToday[]
}

/** More than these are opened by whoever wants to see them all. */
const FEW = 20

/** How what is public today compares with what the entry tells: those that differ are what one looks for. */
const STANDS = ['other', 'none', 'same'] as const
type Stands = (typeof STANDS)[number]
interface Compared {
  readonly told: Told
  readonly now: ContractToday | undefined
  readonly stands: Stands
}

export function Contracts({ reader, told, today }: ContractsProps) {
  const { words } = reader
  const rows = compared(told, today)
  const count = (stands: Stands): number => rows.filter((row) => row.stands === stands).length
  const [same, other, none] = [count('same'), count('other'), count('none')]
  const sum = { count: rows.length, whole: same === rows.length ? 'yes' : 'no', same, other, none } as const
  return (
    <Section title={words('record.contracts.caption')} lead={words('record.contracts.how')}>
      <p>{words('record.contracts.sum', sum)}</p>
      {rows.length > FEW ? (
        <Disclosure summary={words('record.contracts.all', { count: rows.length })}>
          <List {...{ reader, rows }} />
        </Disclosure>
      ) : (
        <List {...{ reader, rows }} />
      )}
    </Section>
  )
}

/** Those that differ first, otherwise in the entry's order. */
function compared(told: readonly Told[], today: readonly ContractToday[]): Compared[] {
  const found = new Map(today.map((one) => [one.contract, one]))
  const rows = told.map((one) => {
    const now = found.get(one.contract)
    return { told: one, now, stands: standsOf(one, now) }
  })
  return rows.sort((a, b) => STANDS.indexOf(a.stands) - STANDS.indexOf(b.stands))
}

function standsOf({ sha256: digest }: Told, now: ContractToday | undefined): Stands {
  if (!now) return 'none'
  return digestOf(now.text) === digest ? 'same' : 'other'
}

const digestOf = (text: string): string => Buffer.from(sha256(new TextEncoder().encode(text))).toString('hex')

function List({ reader, rows }: { reader: Reader; rows: readonly Compared[] }) {
  const { words } = reader
  return (
    <Table
      caption={words('record.contracts.caption')}
      captionHidden
      rows={rows}
      empty=""
      columns={[
        {
          label: words('record.contracts.contract'),
          cell: ({ told: { contract }, now }) => <Named {...{ reader, contract }} title={now?.title} />,
        },
        {
          label: words('record.contracts.what'),
          cell: ({ told: { what } }) => words('record.contracts.happened', { what }),
        },
        {
          label: words('record.contracts.today'),
          cell: ({ now, stands }) => <Today {...{ reader, now, stands }} />,
        },
      ]}
    />
  )
}

function Named({ reader, contract, title }: { reader: Reader; contract: string; title: string | undefined }) {
  if (title === undefined) return <code>{contract}</code>
  return (
    <a class="ds-link" href={hrefIn(reader, `/contracts/${contract}`)}>
      {title}
    </a>
  )
}

function Today({ reader, now, stands }: { reader: Reader } & Pick<Compared, 'now' | 'stands'>) {
  const { words } = reader
  const said = words('record.contracts.stands', { stands })
  if (!now) return <>{said}</>
  return (
    <Why
      reader={reader}
      summary={said}
      about={now.title}
      rows={[{ label: words('record.contracts.text'), value: <code>{now.text}</code> }]}
    />
  )
}
