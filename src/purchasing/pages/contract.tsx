/** One contract: what happens next and when, who is party to it, what it is, and where each fact was told. */
import type { Child } from 'hono/jsx'
import { dayInWords, instantInWords, type Day } from '../../kit/day.js'
import {
  Facts,
  Figures,
  hrefIn,
  Notice,
  Page,
  Section,
  Unknown,
  Why,
  Written,
  WRITTEN,
  type Reader,
} from '../../web/index.js'
import { chainOf, type Chain, type Missing, type Pace } from '../renewal.js'
import type { ContractShown, ContractTold } from '../store/contract-page.js'
import type { Holds } from '../store/contracts.js'
import { optionMonths } from '../term.js'
import { Renewal } from './contract-chain.js'
import { Tellings } from './contract-told.js'
import { BuyerLink, Category, counted, exactly, money, Said } from './parts.js'
import { becauseInWords, stepInWords } from './renewal-words.js'
import { Place } from './told.js'

export interface ContractProps {
  readonly reader: Reader
  readonly contract: ContractShown
  readonly parties: readonly Holds[]
  readonly tellings: readonly ContractTold[]
  readonly today: Day
  /** How fast it is bought under it, or why that is not known. */
  readonly pace: Pace | Missing
  /** Sections that others add about the same contract, such as what was bought under it. */
  readonly more?: Child
}

export function ContractPage(props: ContractProps) {
  const { reader, contract, parties, tellings, today, pace, more } = props
  const { words } = reader
  const chain = chainOf({ ...contract, isWithdrawn: contract.withdrawnBy !== null }, today, pace)
  return (
    <Page
      reader={reader}
      title={contract.title}
      titleLang={WRITTEN}
      lead={
        <>
          {words('purchasing.contract.lead', { number: contract.number })}{' '}
          <BuyerLink reader={reader} number={contract.buyerNumber} name={contract.buyerName} />
        </>
      }
      trail={[{ href: hrefIn(reader, '/contracts'), label: words('purchasing.contracts.title') }]}
      wide
    >
      <Withdrawn reader={reader} contract={contract} />
      <Main reader={reader} contract={contract} parties={parties} chain={chain} />
      <Renewal reader={reader} contract={contract} chain={chain} today={today} />
      {more}
      <Parties {...props} />
      <About reader={reader} contract={contract} />
      <Tellings reader={reader} tellings={tellings} />
    </Page>
  )
}

interface PartProps {
  readonly reader: Reader
  readonly contract: ContractShown
}

function Withdrawn({ reader, contract: { withdrawnBy, withdrawnFile, withdrawnAt } }: PartProps) {
  if (withdrawnBy === null || withdrawnAt === null) return null
  const { words, language } = reader
  const file = withdrawnFile ?? ''
  return (
    <Notice title={words('purchasing.contract.withdrawnTitle')}>
      <p>
        <a class="ds-link file-name" href={hrefIn(reader, `/imports/${withdrawnBy}`)}>
          {file}
        </a>
        {'. '}
        {words('purchasing.contract.withdrawn', { at: instantInWords(withdrawnAt, language) })}
      </p>
    </Notice>
  )
}

/** The next day to act, and the money. */
function Main({ reader, contract, parties, chain }: PartProps & { parties: readonly Holds[]; chain: Chain }) {
  const { words, language } = reader
  const { next } = chain
  return (
    <Figures
      figures={[
        {
          label: next ? stepInWords(reader, next) : words('purchasing.contract.next'),
          value: next ? dayInWords(next.on, language) : <NoNext reader={reader} chain={chain} />,
          why: next ? (
            <Why reader={reader} about={stepInWords(reader, next)} note={becauseInWords(reader, next)} />
          ) : null,
        },
        ceilingOf({ reader, contract, parties }),
      ]}
    />
  )
}

/** Where the end is not known nothing can follow; else there is simply nothing ahead. */
function NoNext({ reader, chain }: { reader: Reader; chain: Chain }) {
  const { words } = reader
  const end = chain.unknown.find(({ kind }) => kind === 'end')
  if (end) return <Unknown reader={reader} known={words(`purchasing.renewal.missing.${end.missing}`)} />
  return <>{words(`purchasing.contracts.states.${chain.state}`)}</>
}

function ceilingOf({ reader, contract, parties }: PartProps & { parties: readonly Holds[] }) {
  const { words } = reader
  const label = words('purchasing.contracts.ceiling')
  if (contract.ceiling === null)
    return { label, value: <Unknown reader={reader} known={words('purchasing.contract.ceilingKnown')} /> }
  const told = parties.filter(({ ceiling }) => ceiling !== null)
  const isSum = told.some(({ ceiling }) => ceiling !== contract.ceiling)
  return {
    label,
    value: money(reader, contract.ceiling),
    why: (
      <Why
        reader={reader}
        about={label}
        summary={words('purchasing.why.source')}
        rows={told.map((one) => ({
          label: exactly(reader, one.ceiling ?? 0),
          value: <Place reader={reader} {...one} />,
        }))}
        note={isSum ? words('purchasing.contract.ceilingEach') : undefined}
      />
    ),
  }
}

function Parties({ reader, contract, parties }: ContractProps) {
  const { words } = reader
  const c = (key: 'callersKnown' | 'responsibleKnown') => (
    <Unknown reader={reader} known={words(`purchasing.contract.${key}`)} />
  )
  const { callers, responsible } = contract
  const isOperator = reader.reach === 'internal'
  return (
    <Section title={words('purchasing.contract.parties')}>
      <Facts
        facts={[
          {
            label: words('purchasing.contracts.buyer'),
            value: <BuyerLink reader={reader} number={contract.buyerNumber} name={contract.buyerName} />,
          },
          { label: words('purchasing.contracts.supplier'), value: <Suppliers reader={reader} parties={parties} /> },
          {
            label: words('purchasing.contract.callers'),
            value: callers.length === 0 ? c('callersKnown') : <Written>{callers.join(', ')}</Written>,
          },
          ...(isOperator
            ? [
                {
                  label: words('purchasing.contract.responsible'),
                  value: responsible === null ? c('responsibleKnown') : <Written>{responsible}</Written>,
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

function Suppliers({ reader, parties }: { reader: Reader; parties: readonly Holds[] }) {
  const [first, ...more] = parties
  if (!first) return <Unknown reader={reader} />
  if (more.length === 0) return <Supplier reader={reader} party={first} />
  return (
    <ul class="link-list">
      {parties.map((party) => (
        <li>
          <Supplier reader={reader} party={party} />
        </li>
      ))}
    </ul>
  )
}

function Supplier({ reader, party: { name, address, withheld } }: { reader: Reader; party: Holds }) {
  if (withheld !== null) return <>{reader.words(`purchasing.procurement.notNamed.${withheld}`)}</>
  return (
    <Said reader={reader} to={address === null ? undefined : `/suppliers/${address}`}>
      {name}
    </Said>
  )
}

function About({ reader, contract }: PartProps) {
  const { words } = reader
  const { category, agreement, ownCategory, caseNumber, noticeMonths } = contract
  const none = <Unknown reader={reader} known={words('purchasing.procurement.factKnown')} />
  const written = (label: string, value: string | null) =>
    value === null ? [] : [{ label, value: <Written>{value}</Written> }]
  return (
    <Section title={words('purchasing.contract.about')}>
      <Facts
        facts={[
          {
            label: words('purchasing.contract.procurement'),
            value: (
              <Said reader={reader} to={`/procurements/${contract.procurement}`}>
                {contract.procurementTitle}
              </Said>
            ),
          },
          {
            label: words('purchasing.contracts.agreement'),
            value: agreement === null ? none : words(`purchasing.agreement.${agreement}`),
          },
          {
            label: words('purchasing.contracts.division'),
            value: category === null ? none : <Category reader={reader} code={category} />,
          },
          ...written(words('purchasing.contract.ownCategory'), ownCategory),
          ...written(words('purchasing.contract.caseNumber'), caseNumber),
          { label: words('purchasing.contract.options'), value: <OptionsTold reader={reader} contract={contract} /> },
          {
            label: words('purchasing.contract.notice'),
            value:
              noticeMonths === null ? (
                <Unknown reader={reader} known={words('purchasing.contract.noticeKnown')} />
              ) : (
                words('purchasing.contract.noticeMonths', { months: noticeMonths })
              ),
          },
        ]}
      />
    </Section>
  )
}

function OptionsTold({ reader, contract }: PartProps) {
  const { words } = reader
  const months = optionMonths(contract)
  if (months.length > 0)
    return (
      <>
        {words('purchasing.contract.optionsMonths', { months: months.map((one) => counted(reader, one)).join(' + ') })}
      </>
    )
  if (contract.extensionMonths !== null) return <>{words('purchasing.contract.optionsNone')}</>
  return (
    <>
      <Unknown reader={reader} known={words('purchasing.renewal.missing.options-read')} />{' '}
      {words('purchasing.contract.optionsUnread', { clause: contract.extensionClause ?? '' })}
    </>
  )
}
