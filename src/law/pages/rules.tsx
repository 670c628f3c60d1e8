/** Every rule with its places, on one page to print and check line by line. */
import { dayInWords } from '../../kit/day.js'
import { countInWords } from '../../kit/money.js'
import { ActionLink, hrefIn, Page, Section, Table, type Reader } from '../../web/index.js'
import type { Dated } from '../rules/numbers/dated.js'
import type { Condition, LawTable, RouteRules } from '../rules/table.js'
import type { Note } from '../rules/routes/route.js'
import { rulesInWords } from './answer.js'
import { Cites, Notes } from './cites.js'

interface RulesProps {
  readonly reader: Reader
  readonly table: LawTable
  readonly rules: string
}

export function RulesPage({ reader, table, rules }: RulesProps) {
  const { words } = reader
  return (
    <Page
      reader={reader}
      title={words('law.page.rules.title')}
      lead={words('law.page.rules.lead', { rules: rulesInWords(reader, rules) })}
      trail={[{ href: hrefIn(reader, '/routes'), label: words('law.page.nav') }]}
      wide
    >
      <Marks reader={reader} />
      {reader.reach === 'internal' ? (
        <p>
          <ActionLink href={hrefIn(reader, '/routes/checking')}>{words('law.page.checking.title')}</ActionLink>
        </p>
      ) : null}
      <Section title={words('law.page.rules.days')}>
        <Places reader={reader} caption={words('law.page.rules.days')} notes={table.days} />
      </Section>
      <Section title={words('law.page.rules.numbers')}>
        <Numbers reader={reader} table={table} />
      </Section>
      {table.routes.map((route) => (
        <RouteRulesView reader={reader} route={route} />
      ))}
    </Page>
  )
}

function Marks({ reader: { words } }: { reader: Reader }) {
  return (
    <ul class="law-marks">
      {(['read', 'known', 'weak'] as const).map((mark) => (
        <li>{words('law.page.rules.mark', { mark })}</li>
      ))}
    </ul>
  )
}

interface PlacesProps {
  readonly reader: Reader
  readonly caption: string
  readonly notes: readonly Note[]
}

function Places({ reader, caption, notes }: PlacesProps) {
  const { words } = reader
  return (
    <Table
      caption={caption}
      captionHidden
      dense
      rowHeader={false}
      columns={[
        { label: words('law.page.rules.rule'), kind: 'long', cell: ({ because }: Note) => words.of(because) },
        {
          label: words('law.page.rules.places'),
          kind: 'long',
          cell: ({ cites }) => <Cites reader={reader} cites={cites} />,
        },
      ]}
      rows={notes}
      empty=""
    />
  )
}

type NumberRow = LawTable['numbers'][number]

function Numbers({ reader, table }: { reader: Reader; table: LawTable }) {
  const { words, language } = reader
  return (
    <Table
      caption={words('law.page.rules.numbers')}
      captionHidden
      dense
      columns={[
        {
          label: words('law.page.rules.number'),
          cell: ({ row }: NumberRow) => words('law.page.number', { name: row.name }),
        },
        { label: words('law.page.rules.amount'), kind: 'number', cell: ({ row }) => amountOf(reader, row) },
        {
          label: words('law.page.rules.holds'),
          kind: 'day',
          cell: ({ row: { from, to } }) =>
            [dayInWords(from, language), to ? dayInWords(to, language) : ''].join(' – ').trim(),
        },
        {
          label: words('law.page.rules.places'),
          kind: 'long',
          cell: ({ cites }) => <Cites reader={reader} cites={cites} />,
        },
      ]}
      rows={table.numbers}
      empty=""
    />
  )
}

const amountOf = ({ words, language }: Reader, { amount, unit }: Dated): string =>
  words('law.page.amount', { amount: countInWords(amount, language), unit })

function RouteRulesView({ reader, route }: { reader: Reader; route: RouteRules }) {
  const { words } = reader
  const name = words(`law.route.${route.route}`)
  return (
    <Section title={name}>
      <p>{words(`law.page.plain.${route.route}`)}</p>
      <Cites reader={reader} cites={route.cites} />
      <Table
        caption={words('law.page.rules.conditions', { route: name })}
        dense
        rowHeader={false}
        columns={[
          {
            label: words('law.page.rules.condition'),
            kind: 'long',
            cell: (one: Condition) => <span class={`law-depth-${one.depth}`}>{words.of(one.because)}</span>,
          },
          { label: words('law.page.rules.how'), cell: ({ how }) => words('law.page.rules.hows', { how }) },
          {
            label: words('law.page.rules.places'),
            kind: 'long',
            cell: ({ cites }) => <Cites reader={reader} cites={cites} />,
          },
        ]}
        rows={route.conditions}
        empty=""
      />
      <StepRules reader={reader} route={route} name={name} />
      <Notes reader={reader} title={words('law.page.bounds')} notes={route.bounds} />
      <Notes reader={reader} title={words('law.page.quickerBy')} notes={route.quicker} />
      <Notes reader={reader} title={words('law.page.risks')} notes={route.risks} />
    </Section>
  )
}

type StepRule = RouteRules['steps'][number]

function StepRules({ reader, route, name }: { reader: Reader; route: RouteRules; name: string }) {
  const { words } = reader
  if (!route.steps.length) return <p>{words('law.page.steps.none')}</p>
  return (
    <Table
      caption={words('law.page.rules.steps', { route: name })}
      dense
      columns={[
        { label: words('law.page.steps.step'), cell: ({ stage }: StepRule) => words(`law.stage.${stage.name}`) },
        { label: words('law.page.rules.time'), cell: (step) => timeOf(reader, step) },
        {
          label: words('law.page.rules.places'),
          kind: 'long',
          cell: ({ cites }) => <Cites reader={reader} cites={cites} />,
        },
      ]}
      rows={route.steps}
      empty=""
    />
  )
}

const timeOf = (reader: Reader, { stage, minimum }: StepRule): string =>
  minimum ? amountOf(reader, minimum) : reader.words(`law.page.kind.${stage.kind}`)
