/** The renewal of one contract: its term as a picture, then each day with what it follows from, then what is not known. */
import { dayInWords, type Day } from '../../kit/day.js'
import {
  Facts,
  Section,
  Table,
  Tag,
  Timeline,
  Unknown,
  Why,
  WRITTEN,
  type Column,
  type Reader,
} from '../../web/index.js'
import type { Chain, Step } from '../renewal.js'
import type { ContractShown } from '../store/contract-page.js'
import { noticeBy, optionEnds, optionMonths } from '../term.js'
import { becauseInWords, stepInWords } from './renewal-words.js'

interface RenewalProps {
  readonly reader: Reader
  readonly contract: ContractShown
  readonly chain: Chain
  readonly today: Day
}

export function Renewal({ reader, contract, chain, today }: RenewalProps) {
  const { words } = reader
  return (
    <Section title={words('purchasing.contract.chain')} lead={words('purchasing.contract.chainLead')}>
      {chain.steps.length === 0 ? null : <Term reader={reader} contract={contract} today={today} />}
      {chain.steps.length === 0 ? null : (
        <Table
          caption={words('purchasing.contract.chain')}
          captionHidden
          columns={columns(reader, chain, today)}
          rows={chain.steps}
          empty=""
        />
      )}
      <NotKnown reader={reader} chain={chain} />
      {chain.steps.length === 0 ? null : <p>{words('purchasing.contract.notDone')}</p>}
    </Section>
  )
}

function Term({ reader, contract, today }: Omit<RenewalProps, 'chain'>) {
  const { words } = reader
  const h = (key: 'contractNumber' | 'starts' | 'ends' | 'noticeBy' | 'optionsTo') =>
    words(`purchasing.procurement.${key}`)
  return (
    <Timeline
      reader={reader}
      title={words('purchasing.contract.timeline')}
      rows={[
        {
          label: contract.number,
          lang: WRITTEN,
          start: contract.startsOn ?? undefined,
          end: contract.endsOn ?? undefined,
          notice: noticeBy(contract),
          options: optionEnds(contract.endsOn, optionMonths(contract)),
        },
      ]}
      today={today}
      headings={{
        label: h('contractNumber'),
        start: h('starts'),
        end: h('ends'),
        notice: h('noticeBy'),
        options: h('optionsTo'),
      }}
    />
  )
}

function columns(reader: Reader, chain: Chain, today: Day): Column<Step>[] {
  const h = (key: 'day' | 'step' | 'because') => reader.words(`purchasing.contract.${key}`)
  return [
    {
      label: h('day'),
      kind: 'day',
      cell: (step) => (
        <>
          {dayInWords(step.on, reader.language)} <When reader={reader} step={step} chain={chain} today={today} />
        </>
      ),
    },
    { label: h('step'), cell: (step) => stepInWords(reader, step) },
    { label: h('because'), kind: 'long', cell: (step) => becauseInWords(reader, step) },
  ]
}

function When({ reader, step, chain, today }: Omit<RenewalProps, 'contract'> & { step: Step }) {
  if (step === chain.next) return <Tag kind="now">{reader.words('purchasing.contract.nextTag')}</Tag>
  return step.on < today ? <Tag>{reader.words('purchasing.contract.passed')}</Tag> : null
}

/** A ceiling that lasts is known: it says so beside what is not. */
function NotKnown({ reader, chain: { unknown, lasts } }: Pick<RenewalProps, 'reader' | 'chain'>) {
  const { words } = reader
  if (unknown.length === 0 && !lasts) return null
  return (
    <Facts
      facts={[
        ...unknown.map(({ kind, missing }) => ({
          label: words(`purchasing.renewal.unknown.${kind}`),
          value: <Unknown reader={reader} known={words(`purchasing.renewal.missing.${missing}`)} />,
        })),
        ...(lasts
          ? [
              {
                label: words('purchasing.renewal.unknown.ceiling'),
                value: words('purchasing.renewal.lasts'),
                why: <Why reader={reader} note={becauseInWords(reader, lasts)} />,
              },
            ]
          : []),
      ]}
    />
  )
}
