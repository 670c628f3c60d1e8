/** The contracts that an entry tells of, each beside what is public of it today. */
import { Disclosure, hrefIn, Section, Table, type Reader } from '../../web/index.js'
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

export function Contracts({ reader, told, today }: ContractsProps) {
  const { words } = reader
  const now = new Map(today.map((one) => [one.contract, one]))
  return (
    <Section title={words('record.contracts.caption')} lead={words('record.contracts.how')}>
      <Table
        caption={words('record.contracts.caption')}
        captionHidden
        rows={told}
        empty=""
        columns={[
          {
            label: words('record.contracts.contract'),
            cell: ({ contract }) => <Named {...{ reader, contract }} title={now.get(contract)?.title} />,
          },
          { label: words('record.contracts.what'), cell: ({ what }) => words('record.contracts.happened', { what }) },
          {
            label: words('record.contracts.today'),
            cell: (one) => <Today {...{ reader }} told={one} now={now.get(one.contract)} />,
          },
        ]}
      />
    </Section>
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

const digestOf = (text: string): string => Buffer.from(sha256(new TextEncoder().encode(text))).toString('hex')

function Today({ reader: { words }, told, now }: { reader: Reader; told: Told; now: ContractToday | undefined }) {
  if (!now) return <>{words('record.contracts.stands', { stands: 'none' })}</>
  const isSame = digestOf(now.text) === told.sha256
  return (
    <Disclosure summary={words('record.contracts.stands', { stands: isSame ? 'same' : 'other' })}>
      <p>{words('record.contracts.text')}</p>
      <code>{now.text}</code>
    </Disclosure>
  )
}
