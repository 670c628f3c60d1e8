/** Which decisions of the coming two years could save most, and what else is up for decision. */
import { dayInWords } from '../../kit/day.js'
import { grouped } from '../../kit/grouped.js'
import { Bars, Page, Pagination, Section, Table, Written, hrefIn, type Column, type Reader } from '../../web/index.js'
import type { Decisions, UpForDecision } from '../acts/decisions.js'
import { climateAddress, decisionsAddress, figureAddress } from '../address.js'
import { MONTHS, type Available, type ContractSoon } from '../rules/leverage.js'
import { rangeInWords, weightInWords } from '../told.js'
import { inLess, savingRange, switchCalled, SwitchSteps } from './switched.js'

const [MOST_BARS, ON_A_PAGE] = [8, 25]

interface DecisionsProps extends Decisions {
  readonly reader: Reader
  /** Of what is up for decision without a known switch. */
  readonly page: number
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
  text: savingRange(reader, one),
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
      cell: (one) => inLess(reader, one),
    },
    { label: words('impact.figure.why'), kind: 'long', cell: (one) => <SwitchSteps reader={reader} one={one} /> },
  ]
}

function Others({ reader, others, year, page: asked }: DecisionsProps) {
  const { words, language } = reader
  if (others.length === 0) return null
  const columns: Column<UpForDecision>[] = [
    { label: words('impact.decisions.contract'), cell: ({ contract }) => <Contract {...{ reader, contract }} /> },
    { label: words('impact.decisions.when'), kind: 'day', cell: ({ contract }) => dayInWords(contract.next, language) },
    {
      label: words('impact.decisions.upFor', { year: year ?? 0 }),
      kind: 'number',
      cell: ({ contract, footing }) =>
        footing ? (
          <a class="ds-link" href={hrefIn(reader, figureAddress({ by: 'contract', year }, contract.address))}>
            {weightInWords(footing.sum.kgCo2e, words)} ({rangeInWords(footing.sum, words)})
          </a>
        ) : (
          words('web.unknown.word')
        ),
    },
    {
      label: words('impact.better.factor'),
      cell: (one) => one.footing && words(one.restsOnQuantities ? 'impact.better.mass' : 'impact.page.average'),
    },
  ]
  const title = words('impact.decisions.others')
  const pages = Math.ceil(others.length / ON_A_PAGE)
  const page = Math.min(pages, asked)
  const rows = others.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE)
  return (
    <Section title={title} lead={words('impact.decisions.othersLead')} id="others">
      <Table caption={title} captionHidden columns={columns} rows={rows} empty="" />
      <Pagination {...{ reader, page, pages }} href={(to) => hrefIn(reader, `${decisionsAddress(to)}#others`)} />
    </Section>
  )
}
