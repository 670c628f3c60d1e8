/** One entry, explained to someone who has never heard of a hash. */
import { dayInWords, dayOf, instantInWords, type Instant } from '../../kit/day.js'
import { isWordKey } from '../../kit/words/index.js'
import { asset, Disclosure, Facts, hrefIn, Notice, Page, Pagination, Section, type Reader } from '../../web/index.js'
import type { Entry } from '../entry.js'
import type { EntryRow } from '../store.js'
import { Contracts, type contractsIn, type ContractToday } from './contracts.js'
import { actIn, actorIn, fieldIn, wordOr } from './naming.js'
import type { SignedRow } from './record.js'
import { ToldText, type Told } from './told.js'

interface EntryProps {
  readonly reader: Reader
  readonly row: EntryRow
  /** Undefined for bytes of a format that is not ours. */
  readonly entry: Entry | undefined
  readonly signed: SignedRow | undefined
  readonly size: number
  readonly told: readonly Told[]
  readonly page: string | undefined
  /** The contracts that it tells of, and what is public of them today. */
  readonly contracts: ReturnType<typeof contractsIn>
  readonly today: readonly ContractToday[]
}

export function EntryPage(props: EntryProps) {
  const { reader, row, entry, signed, size, told, page, contracts, today } = props
  const { words, language } = reader
  const isSigned = signed !== undefined && row.number < signed.size
  return (
    <Page
      reader={reader}
      title={words('record.entry.title', { number: row.number })}
      lead={`${actIn(row.act, words)}.`}
      trail={[{ href: hrefIn(reader, '/record'), label: words('record.title') }]}
      wide={contracts.length > 0}
    >
      {row.returned_at ? (
        <Notice title={words('record.returned.title')}>
          {words('record.returned.text', { at: instantInWords(row.returned_at, language) })}
        </Notice>
      ) : null}
      <Section title={words('record.entry.says')}>
        <Facts
          facts={[
            { label: words('record.column.when'), value: instantInWords((entry?.at ?? row.at) as Instant, language) },
            { label: words('record.column.who'), value: actorIn(row.actor, words) },
            ...Object.entries(entry?.body ?? {}).map(([name, value]) => ({
              label: fieldIn(row.act, name, words),
              value: <Value {...{ reader, act: row.act, name, value, page }} />,
            })),
          ]}
        />
        {told.map((one) => (
          <ToldText reader={reader} number={row.number} told={one} label={fieldIn(row.act, one.field, words)} />
        ))}
      </Section>
      <Section title={words('record.proof.title')}>
        <p>{words('record.proof.what')}</p>
        {isSigned ? <Verify reader={reader} row={row} signed={signed} /> : <p>{words('record.proof.soon')}</p>}
      </Section>
      {contracts.length ? <Contracts {...{ reader, told: contracts, today }} /> : null}
      <Disclosure summary={words('record.bytes.summary')} open={contracts.length === 0}>
        <p>{words('record.bytes.lead')}</p>
        <pre class="record-bytes" id="bytes" tabindex={0}>
          {new TextDecoder().decode(row.bytes)}
        </pre>
      </Disclosure>
      <Neighbours {...{ reader, size }} number={row.number} />
    </Page>
  )
}

function Neighbours({ reader, number, size }: { reader: Reader; number: number; size: number }) {
  const at = (to: number) => hrefIn(reader, `/record/${to}`)
  return (
    <Pagination
      reader={reader}
      label={reader.words('record.list')}
      previous={number > 0 ? at(number - 1) : undefined}
      next={number + 1 < size ? at(number + 1) : undefined}
    />
  )
}

interface ValueProps {
  readonly reader: Reader
  readonly act: string
  readonly name: string
  readonly value: unknown
  readonly page: string | undefined
}

function Value({ reader, act, name, value, page }: ValueProps) {
  const { words, language } = reader
  if (name === 'import' && page)
    return (
      <a class="ds-link" href={page}>
        {words('record.entry.open')}
      </a>
    )
  if (name === 'of' && typeof value === 'number')
    return (
      <a class="ds-link" href={hrefIn(reader, `/record/${value}`)}>
        {value}
      </a>
    )
  if (name === 'field') return wordOr(words, `record.field.${String(value)}`, String(value))
  if (name === 'ground') return wordOr(words, `record.ground.${String(value)}`, String(value))
  if (name === 'year') return String(value)
  if (typeof value === 'number') return words('record.number', { value })
  if (typeof value === 'boolean') return words('record.yes', { value: value ? 'yes' : 'no' })
  if (Array.isArray(value))
    return words(act === 'tell-contracts' ? 'record.contracts.count' : 'record.listed', { count: value.length })
  const known = `record.value.${name}-${String(value)}`
  if (isWordKey(known)) return wordOr(words, known, '')
  const on = typeof value === 'string' ? dayOf(value) : undefined
  if (on) return dayInWords(on, language)
  return <code>{typeof value === 'string' ? value : JSON.stringify(value)}</code>
}

/** Works by script alone, so that script unhides it; without, the sentence before it says how else. */
function Verify({ reader: { words }, row, signed }: { reader: Reader; row: EntryRow; signed: SignedRow }) {
  return (
    <>
      <p>{words('record.proof.how', { size: signed.size })}</p>
      <div
        class="record-check"
        data-check={row.number}
        data-holds={words('record.check.holds')}
        data-text={words('record.check.text')}
        data-path={words('record.check.path')}
        data-away={words('record.check.away')}
        hidden
      >
        <button type="button" class="ds-button" data-variant="secondary">
          {words('record.check.button')}
        </button>
        <p role="status"></p>
      </div>
      <ul>
        <li>
          <a href={`/record/entries/${row.number}.tlog-proof`} download={`entry-${row.number}.tlog-proof`}>
            {words('record.proof.receipt')}
          </a>
        </li>
        <li>
          <a href={`/record/entries/${row.number}`}>{words('record.proof.bytes')}</a>
        </li>
      </ul>
      <script type="module" src={asset('record.js')}></script>
    </>
  )
}
