/** Pages of what the city buys: a procurement with its contracts, and the imports with their reports. */
import { isCode, labelOf } from '../categories/index.js'
import { dayInWords, instantInWords, type Instant } from '../kit/day.js'
import { countInWords, moneyExactly, moneyInWords, sek, type Currency } from '../kit/money.js'
import type { Message } from '../kit/words/index.js'
import { Empty, Facts, hrefIn, Page, Section, Table, Tag, Unknown, type Reader } from '../web/index.js'
import type { imports, problemsOf } from './store/imports.js'
import type { ContractRow as Contract, Holder, ProcurementRow } from './store/procurements.js'
import type { Sum } from './import/pipeline.js'

type Import = Awaited<ReturnType<typeof imports>>[number]
type ProblemRow = Awaited<ReturnType<typeof problemsOf>>[number]

export function ProcurementPage({
  reader,
  procurement,
  holders,
  contracts,
}: {
  reader: Reader
  procurement: ProcurementRow
  holders: readonly Holder[]
  contracts: readonly Contract[]
}) {
  const { words, language } = reader
  const p = (
    key: 'buyer' | 'reference' | 'category' | 'procedure' | 'agreement' | 'publishedOn' | 'value' | 'source',
  ) => words(`purchasing.procurement.${key}`)
  const none = <Unknown reader={reader} />
  const withheld = holders.filter((one) => one.withheld === 'source').length
  const ours = holders.filter((one) => one.withheld === 'ours').length
  return (
    <Page reader={reader} title={procurement.title} lead={procurement.buyerName}>
      <Facts
        facts={[
          { label: p('reference'), value: procurement.reference },
          {
            label: p('category'),
            value:
              procurement.category && isCode(procurement.category) ? (
                <a href={hrefIn(reader, `/categories/${procurement.category}`)}>
                  {labelOf(procurement.category, language)}
                </a>
              ) : (
                none
              ),
          },
          { label: p('agreement'), value: words(`purchasing.agreement.${procurement.agreement ?? 'unknown'}`) },
          { label: p('procedure'), value: procurement.procedure ?? none },
          {
            label: p('publishedOn'),
            value: procurement.publishedOn ? dayInWords(procurement.publishedOn, language) : none,
          },
          {
            label: p('value'),
            value:
              procurement.value === null ? (
                <Unknown reader={reader} known={words('purchasing.procurement.valueUnknown')} />
              ) : (
                words('purchasing.procurement.valueShared', { money: moneyInWords(sek(procurement.value), language) })
              ),
          },
          {
            label: p('source'),
            value: words('purchasing.procurement.place', { file: procurement.file, line: procurement.line }),
          },
        ]}
      />
      <Section title={words('purchasing.procurement.holders')}>
        <ul>
          {holders
            .filter((one) => one.name !== null)
            .map((one) => (
              <li>{one.name}</li>
            ))}
        </ul>
        {withheld > 0 && <p>{words('purchasing.withheld', { count: withheld })}</p>}
        {ours > 0 && <p>{words('purchasing.notPublished', { count: ours })}</p>}
      </Section>
      <Section title={words('purchasing.procurement.contracts')}>
        {contracts.length === 0 ? (
          <Unknown reader={reader} known={words('purchasing.procurement.datesUnknown')} />
        ) : (
          <Contracts reader={reader} contracts={contracts} />
        )}
      </Section>
    </Page>
  )
}

function Contracts({ reader, contracts }: { reader: Reader; contracts: readonly Contract[] }) {
  const { words, language } = reader
  const h = (key: 'contracts' | 'contractNumber' | 'supplier' | 'starts' | 'ends' | 'options' | 'notice') =>
    words(`purchasing.procurement.${key}`)
  const day = (value: Contract['endsOn']) => (value ? dayInWords(value, language) : words('kit.unknown'))
  return (
    <Table
      caption={h('contracts')}
      captionHidden
      columns={[
        { label: h('contractNumber'), cell: (row: Contract) => row.number },
        { label: h('supplier'), cell: (row: Contract) => row.supplierName ?? words('kit.unknown') },
        { label: h('starts'), kind: 'day', cell: (row: Contract) => day(row.startsOn) },
        { label: h('ends'), kind: 'day', cell: (row: Contract) => day(row.endsOn) },
        { label: h('options'), kind: 'number', cell: (row: Contract) => row.extensionMonths || '0' },
        {
          label: h('notice'),
          kind: 'number',
          cell: (row: Contract) => (row.noticeMonths === null ? words('kit.unknown') : String(row.noticeMonths)),
        },
      ]}
      rows={contracts}
      empty={words('purchasing.procurement.datesUnknown')}
    />
  )
}

const formatName = (reader: Reader, format: string) =>
  format === 'supplier-ledger' || format === 'award-statistics' || format === 'contract-register'
    ? reader.words(`purchasing.format.${format}`)
    : format

export function ImportsPage({ reader, rows }: { reader: Reader; rows: readonly Import[] }) {
  const { words, language } = reader
  const count = (value: number) => countInWords(value, language)
  return (
    <Page reader={reader} title={words('purchasing.imports.title')} lead={words('purchasing.imports.lead')} wide>
      {rows.length === 0 ? (
        <Empty>{words('purchasing.imports.none')}</Empty>
      ) : (
        <Table
          caption={words('purchasing.imports.title')}
          captionHidden
          columns={[
            {
              label: words('purchasing.imports.file'),
              cell: (row: Import) => <a href={hrefIn(reader, `/imports/${row.id}`)}>{row.file}</a>,
            },
            { label: words('purchasing.imports.format'), cell: (row: Import) => formatName(reader, row.format) },
            { label: words('purchasing.imports.read'), kind: 'number', cell: (row: Import) => count(row.read) },
            { label: words('purchasing.imports.kept'), kind: 'number', cell: (row: Import) => count(row.kept) },
            { label: words('purchasing.imports.refused'), kind: 'number', cell: (row: Import) => count(row.refused) },
            {
              label: words('purchasing.imports.published'),
              cell: (row: Import) => <Tag kind={row.published_at ? 'published' : 'internal'} reader={reader} />,
            },
          ]}
          rows={rows}
          empty={words('purchasing.imports.none')}
        />
      )}
    </Page>
  )
}

export function ImportPage({
  reader,
  row,
  problems,
  operator,
}: {
  reader: Reader
  row: Import
  problems: readonly ProblemRow[]
  operator: boolean
}) {
  const { words, language } = reader
  const sums = JSON.parse(row.sums) as Sum[]
  return (
    <Page
      reader={reader}
      title={row.file}
      lead={`${formatName(reader, row.format)}, ${instantInWords(row.started_at as Instant, language)}`}
    >
      <Facts
        facts={(['read', 'kept', 'unchanged', 'refused'] as const).map((key) => ({
          label: words(`purchasing.imports.${key}`),
          value: countInWords(row[key], language),
        }))}
      />
      {operator && (
        <Section title={words('purchasing.imports.problems')}>
          <Table
            caption={words('purchasing.imports.problems')}
            captionHidden
            columns={[
              { label: words('purchasing.imports.line'), kind: 'number', cell: (one: ProblemRow) => String(one.line) },
              {
                label: words('purchasing.imports.sentence'),
                cell: (one: ProblemRow) => words.of(JSON.parse(one.message) as Message),
              },
            ]}
            rows={problems}
            empty={words('purchasing.imports.noProblems')}
          />
        </Section>
      )}
      {sums.length > 0 && (
        <Section title={words('purchasing.imports.sums')}>
          <Table
            caption={words('purchasing.imports.sums')}
            captionHidden
            columns={[
              { label: words('purchasing.imports.month'), cell: (sum: Sum) => sum.month },
              { label: words('purchasing.imports.buyer'), cell: (sum: Sum) => sum.buyer },
              {
                label: words('purchasing.imports.sum'),
                kind: 'number',
                cell: (sum: Sum) => moneyExactly({ amount: sum.amount, currency: sum.currency as Currency }, language),
              },
            ]}
            rows={sums}
            empty=""
          />
        </Section>
      )}
    </Page>
  )
}
