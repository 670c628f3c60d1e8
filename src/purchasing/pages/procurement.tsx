/** One procurement: what it is, when its contracts run, who holds them, and where each fact was told. */
import type { Child } from 'hono/jsx'
import { dayInWords, type Day } from '../../kit/day.js'
import {
  Facts,
  Figures,
  hrefIn,
  Page,
  Section,
  Tag,
  Unknown,
  Why,
  Written,
  WRITTEN,
  type Reader,
} from '../../web/index.js'
import type { ContractRow, Holder, ProcurementRow } from '../store/procurements.js'
import { nextEnd } from '../term.js'
import { Contracts } from './contracts.js'
import { BuyerLink, Category, exactly, money, Said, sumOf } from './parts.js'
import { Place, Told, type ToldBy } from './told.js'

export interface ProcurementProps {
  readonly reader: Reader
  readonly procurement: ProcurementRow
  readonly holders: readonly Holder[]
  readonly contracts: readonly ContractRow[]
  readonly sources: readonly ToldBy[]
  readonly today: Day
}

export function ProcurementPage(props: ProcurementProps) {
  const { reader, procurement, holders, contracts } = props
  const { words } = reader
  const trail = [{ href: hrefIn(reader, '/procurements'), label: words('purchasing.procurements.title') }]
  return (
    <Page
      reader={reader}
      title={procurement.title}
      titleLang={WRITTEN}
      lead={<BuyerLink reader={reader} number={procurement.buyerNumber} name={procurement.buyerName} />}
      trail={trail}
      wide
    >
      <Main {...props} />
      {contracts.length > 0 && (
        <Section title={words('purchasing.procurement.contracts')}>
          <Contracts reader={reader} contracts={contracts} today={props.today} />
        </Section>
      )}
      <Holders reader={reader} holders={holders} />
      <About {...props} />
    </Page>
  )
}

/** The next end, and the money. */
function Main({ reader, procurement, contracts, sources, today }: ProcurementProps) {
  const { words, language } = reader
  const end = nextEnd(contracts, today)
  return (
    <Figures
      figures={[
        {
          label: words('purchasing.procurement.nextEnd', { passed: end && end < today ? 'yes' : 'no' }),
          value: end ? (
            dayInWords(end, language)
          ) : (
            <Unknown reader={reader} known={words('purchasing.procurement.datesUnknown')} />
          ),
          why: end ? <EndWhy reader={reader} ending={contracts.filter(({ endsOn }) => endsOn === end)} /> : null,
        },
        worth({ reader, procurement, contracts, sources }),
      ]}
    />
  )
}

/** What a source states of the whole; else the ceilings together, where every contract has one; else unknown. */
function worth({ reader, procurement, contracts, sources }: Omit<ProcurementProps, 'holders' | 'today'>) {
  const { words } = reader
  const label = words('purchasing.procurement.value')
  if (procurement.value !== null)
    return {
      label,
      value: money(reader, procurement.value),
      detail: words('purchasing.procurement.valueShared'),
      why: (
        <Told reader={reader} about={label} sources={sources} told={({ value }) => value && exactly(reader, value)} />
      ),
    }
  const capped = contracts.flatMap(({ number, ceiling }) => (ceiling === null ? [] : [{ number, amount: ceiling }]))
  if (capped.length === 0 || capped.length < contracts.length)
    return { label, value: <Unknown reader={reader} known={words('purchasing.procurement.valueUnknown')} /> }
  return {
    label: words('purchasing.procurement.ceilings'),
    value: money(reader, sumOf(capped)),
    detail: words('purchasing.procurement.ceilingsLead'),
    why: (
      <Why
        reader={reader}
        about={words('purchasing.procurement.ceilings')}
        rows={capped.map(({ number, amount }) => ({ label: number, value: exactly(reader, amount) }))}
      />
    ),
  }
}

function EndWhy({ reader, ending }: { reader: Reader; ending: readonly ContractRow[] }) {
  const { words } = reader
  return (
    <Why
      reader={reader}
      summary={words('purchasing.why.source')}
      about={words('purchasing.procurement.ends')}
      rows={ending.map((one) => ({
        label: one.number,
        value: <Place reader={reader} {...one} />,
      }))}
    />
  )
}

/** Each fact with where it was told: once where one line tells them all; of two that differ both stand there. */
function About({ reader, procurement, sources }: ProcurementProps) {
  const { words, language } = reader
  const { category, procedure, publishedOn } = procurement
  const only = sources.length === 1 ? sources[0] : undefined
  const none = <Unknown reader={reader} known={words('purchasing.procurement.factKnown')} />
  const fact = (
    key: 'reference' | 'title' | 'category' | 'agreement' | 'procedure' | 'publishedOn',
    value: Child,
    told: (source: ToldBy) => Child | null,
  ) => {
    const label = words(`purchasing.procurement.${key}`)
    const why = only ? null : <Told reader={reader} about={label} sources={sources} told={told} />
    return { label, value, why }
  }
  return (
    <Section title={words('purchasing.procurement.about')} lead={<AboutLead reader={reader} only={only} />}>
      <Facts
        facts={[
          fact('reference', procurement.reference, () => procurement.reference),
          fact('title', <Written>{procurement.title}</Written>, ({ title }) => <Written>{title}</Written>),
          fact('category', category ? <Category reader={reader} code={category} /> : none, (one) =>
            one.category ? <Category reader={reader} code={one.category} /> : null,
          ),
          fact('agreement', <Agreement reader={reader} procurement={procurement} none={none} />, (one) =>
            one.agreement ? words(`purchasing.agreement.${one.agreement}`) : null,
          ),
          fact(
            'procedure',
            procedure ? <Written>{procedure}</Written> : none,
            (one) => one.procedure && <Written>{one.procedure}</Written>,
          ),
          fact(
            'publishedOn',
            publishedOn ? dayInWords(publishedOn, language) : none,
            (one) => one.publishedOn && dayInWords(one.publishedOn, language),
          ),
        ]}
      />
    </Section>
  )
}

function AboutLead({ reader, only }: { reader: Reader; only: ToldBy | undefined }) {
  if (!only) return <>{reader.words('purchasing.procurement.aboutLead')}</>
  return (
    <>
      {reader.words('purchasing.procurement.aboutOne')} <Place reader={reader} {...only} />.
    </>
  )
}

interface AgreementProps {
  readonly reader: Reader
  readonly procurement: ProcurementRow
  readonly none: Child
}

function Agreement({ reader: { words }, procurement: { agreement, dynamicSystem }, none }: AgreementProps) {
  return (
    <>
      {agreement ? words(`purchasing.agreement.${agreement}`) : none}{' '}
      {dynamicSystem ? <Tag>{words('purchasing.procurement.dynamicSystem')}</Tag> : null}
    </>
  )
}

/** By name; then calmly how many are not named, and by whose decision. */
function Holders({ reader, holders }: Pick<ProcurementProps, 'reader' | 'holders'>) {
  const { words } = reader
  const named = holders.filter((one) => one.name !== null)
  const source = holders.filter((one) => one.withheld === 'source').length
  const ours = holders.filter((one) => one.withheld === 'ours').length
  return (
    <Section title={words('purchasing.procurement.holders')}>
      {holders.length === 0 ? <Unknown reader={reader} known={words('purchasing.procurement.holdersKnown')} /> : null}
      {named.length > 0 && (
        <ul class="link-list">
          {named.map((one) => (
            <li>
              <Said reader={reader} to={one.address === null ? undefined : `/suppliers/${one.address}`}>
                {one.name}
              </Said>
            </li>
          ))}
        </ul>
      )}
      {source > 0 && <p>{words('purchasing.procurement.withheldBySource')}</p>}
      {ours > 0 && <p>{words('purchasing.procurement.withheldByUs', { count: ours })}</p>}
    </Section>
  )
}
