/** Which decisions of the coming two years could save most, and what else is up for decision. */
import { dayInWords } from '../../kit/day.js'
import { grouped } from '../../kit/grouped.js'
import {
  Bars,
  Disclosure,
  hrefIn,
  Page,
  Section,
  Table,
  Why,
  Written,
  type Column,
  type Reader,
} from '../../web/index.js'
import type { Decisions, UpForDecision } from '../acts/decisions.js'
import { climateAddress } from '../address.js'
import type { ActivityFactor } from '../rules/factor.js'
import { itemCalled } from '../rules/items.js'
import { MONTHS, type Available, type ContractSoon } from '../rules/leverage.js'
import { betweenInWords, rangeInWords, weightInWords } from '../told.js'

const [MOST_BARS, MOST_OPEN] = [8, 12]

interface DecisionsProps extends Decisions {
  readonly reader: Reader
}

export function DecisionsPage(props: DecisionsProps) {
  const { reader, available } = props
  const { words } = reader
  return (
    <Page
      reader={reader}
      title={words('impact.decisions.title')}
      lead={words('impact.decisions.lead', { months: MONTHS })}
      trail={[{ href: hrefIn(reader, climateAddress()), label: words('impact.page.title') }]}
      wide
    >
      <Section title={words('impact.decisions.known')} lead={words('impact.decisions.knownLead')}>
        {available.length > 0 ? (
          <div class="planned">
            <Bars
              reader={reader}
              title={words('impact.decisions.picture')}
              description={words('impact.decisions.planned')}
              headings={{
                label: words('impact.decisions.switch'),
                value: words('impact.decisions.saving'),
                share: words('impact.decisions.when'),
              }}
              bars={together(available)
                .slice(0, MOST_BARS)
                .map((one) => barOf(reader, one))}
            />
          </div>
        ) : null}
        <Table
          caption={words('impact.decisions.known')}
          captionHidden
          columns={availableColumns(reader)}
          rows={available}
          empty={words('impact.decisions.knownNone')}
        />
      </Section>
      <Others {...props} />
    </Page>
  )
}

const called = ({ id, name }: ActivityFactor, { language }: Reader): string =>
  itemCalled(id)?.called[language] ?? name ?? id
const switchCalled = (reader: Reader, { from, to }: Available): string =>
  reader.words('impact.switch.title', { from: called(from, reader), to: called(to, reader) })
const rangeOf = (reader: Reader, { saving }: Available): string =>
  saving.yearlyRange ? betweenInWords(saving.yearlyRange, reader.words) : reader.words('impact.measure.noRange')

/** A switch on a day, under all the contracts: the same two factors, so that ranges add up as figures do. */
function together(available: readonly Available[]): Available[] {
  const alike = grouped(available, ({ from, contract }) => `${from.id} ${contract.next}`)
  return [...alike.values()]
    .map((own) => {
      const sum = (of: (one: Available) => number | undefined) => own.reduce((all, one) => all + (of(one) ?? 0), 0)
      const yearlyRange = own[0]!.saving.yearlyRange && {
        low: sum(({ saving }) => saving.yearlyRange?.low),
        high: sum(({ saving }) => saving.yearlyRange?.high),
      }
      const saving = {
        ...own[0]!.saving,
        yearly: sum((one) => one.saving.yearly),
        ...(yearlyRange ? { yearlyRange } : {}),
      }
      return { ...own[0]!, saving }
    })
    .sort((one, other) => other.saving.yearly - one.saving.yearly)
}

const barOf = (reader: Reader, one: Available) => ({
  label: switchCalled(reader, one),
  value: one.saving.yearly,
  low: one.saving.yearlyRange && Math.max(one.saving.yearlyRange.low, 0),
  high: one.saving.yearlyRange?.high,
  text: rangeOf(reader, one),
  share: dayInWords(one.contract.next, reader.language),
})

const Contract = ({ reader, contract: { address, title } }: { reader: Reader; contract: ContractSoon }) => (
  <a class="ds-link" href={hrefIn(reader, `/contracts/${address}`)}>
    <Written>{title}</Written>
  </a>
)

function availableColumns(reader: Reader): Column<Available>[] {
  const { words, language } = reader
  return [
    { label: words('impact.decisions.switch'), cell: (one) => switchCalled(reader, one) },
    { label: words('impact.decisions.contract'), cell: ({ contract }) => <Contract {...{ reader, contract }} /> },
    { label: words('impact.decisions.when'), kind: 'day', cell: ({ contract }) => dayInWords(contract.next, language) },
    {
      label: words('impact.decisions.saving'),
      kind: 'number',
      cell: (one) => `${weightInWords(one.saving.yearly, words)} (${rangeOf(reader, one)})`,
    },
    { label: words('impact.figure.why'), kind: 'long', cell: (one) => <Steps reader={reader} one={one} /> },
  ]
}

function Steps({ reader, one }: { reader: Reader; one: Available }) {
  const { words } = reader
  const { from, to, quantity } = one
  return (
    <Why
      reader={reader}
      summary={words('impact.figure.open')}
      about={switchCalled(reader, one)}
      note={
        <>
          <p>
            {words('impact.decisions.step', {
              quantity,
              unit: from.unit,
              from: from.value,
              to: to.value,
              kg: one.saving.yearly,
            })}
          </p>
          <p>{words('impact.switch.equal', { unit: from.unit })}</p>
          <p>{words('impact.switch.planned')}</p>
        </>
      }
      sources={[from.source, to.source]}
    />
  )
}

function Others({ reader, others, year }: DecisionsProps) {
  const { words, language } = reader
  if (others.length === 0) return null
  const columns: Column<UpForDecision>[] = [
    { label: words('impact.decisions.contract'), cell: ({ contract }) => <Contract {...{ reader, contract }} /> },
    { label: words('impact.decisions.when'), kind: 'day', cell: ({ contract }) => dayInWords(contract.next, language) },
    {
      label: words('impact.decisions.upFor', { year: year ?? 0 }),
      kind: 'number',
      cell: ({ footing }) =>
        footing
          ? `${weightInWords(footing.sum.kgCo2e, words)} (${rangeInWords(footing.sum, words)})`
          : words('web.unknown.word'),
    },
    {
      label: words('impact.better.factor'),
      cell: (one) => one.footing && words(one.restsOnQuantities ? 'impact.better.mass' : 'impact.page.average'),
    },
  ]
  const [open, rest] = [others.slice(0, MOST_OPEN), others.slice(MOST_OPEN)]
  const title = words('impact.decisions.others')
  return (
    <Section title={title} lead={words('impact.decisions.othersLead')}>
      <Table caption={title} captionHidden columns={columns} rows={open} empty="" />
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
    </Section>
  )
}
