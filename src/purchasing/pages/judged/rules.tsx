/** A buyer's own rules for categories: what each is about, which lines it fits, who made it and when. */
import { instantInWords } from '../../../kit/day.js'
import {
  Button,
  Form,
  hrefIn,
  Notice,
  Page,
  Section,
  Table,
  Written,
  WRITTEN,
  type Column,
  type Reader,
} from '../../../web/index.js'
import { NOT_A_PURCHASE } from '../../own-rules.js'
import type { BuyerRow } from '../../store/buyers.js'
import type { RuleFits, RuleShown } from '../../store/correcting.js'
import { Category, LinesLink, Said } from '../parts.js'

export interface RulesProps {
  readonly reader: Reader
  readonly buyer: BuyerRow
  readonly rules: readonly RuleShown[]
  readonly fits: readonly RuleFits[]
  readonly isWithdrawn: boolean
}

export function RulesPage(props: RulesProps) {
  const { reader, buyer, rules, isWithdrawn } = props
  const { words } = reader
  const r = (key: 'title' | 'lead' | 'none' | 'withdrawn' | 'withdrawnWhy') => words(`purchasing.judged.rules.${key}`)
  return (
    <Page
      reader={reader}
      title={r('title')}
      lead={r('lead')}
      trail={[
        { href: hrefIn(reader, '/buyers'), label: words('purchasing.buyers.title') },
        { href: hrefIn(reader, `/buyers/${buyer.number}`), label: buyer.name, lang: WRITTEN },
      ]}
      wide
    >
      {isWithdrawn ? (
        <Notice kind="done" title={r('withdrawn')}>
          <p>{r('withdrawnWhy')}</p>
        </Notice>
      ) : null}
      <Table
        caption={r('title')}
        captionHidden
        columns={columns(props)}
        rows={rules.filter(({ withdrawnAt }) => withdrawnAt === null)}
        empty={r('none')}
      />
      <Earlier {...props} />
    </Page>
  )
}

/** What was withdrawn, by whom and when. */
function Earlier(props: RulesProps) {
  const { reader, rules } = props
  const { words, language } = reader
  const withdrawn = rules.filter(({ withdrawnAt }) => withdrawnAt !== null)
  if (withdrawn.length === 0) return null
  const [fits, category, , made] = columns(props)
  const ended: Column<RuleShown> = {
    label: words('purchasing.judged.rules.ended'),
    cell: ({ withdrawnAt, withdrawnBy }) =>
      withdrawnAt === null
        ? null
        : words('purchasing.judged.rules.madeBy', { at: instantInWords(withdrawnAt, language), by: withdrawnBy ?? '' }),
  }
  const title = words('purchasing.judged.rules.earlier')
  return (
    <Section title={title}>
      <Table caption={title} captionHidden columns={[fits!, category!, made!, ended]} rows={withdrawn} empty="" />
    </Section>
  )
}

function columns({ reader, buyer, fits }: RulesProps): Column<RuleShown>[] {
  const { words, language } = reader
  const r = (key: 'fits' | 'lines' | 'made' | 'withdraw') => words(`purchasing.judged.rules.${key}`)
  return [
    { label: r('fits'), cell: (rule) => <About reader={reader} rule={rule} /> },
    {
      label: words('purchasing.judged.line.category'),
      cell: ({ category }) =>
        category === NOT_A_PURCHASE ? (
          words('purchasing.judged.apart.title')
        ) : (
          <Category reader={reader} code={category} />
        ),
    },
    {
      label: r('lines'),
      cell: (rule) => (
        <Fits reader={reader} buyer={buyer} rule={rule} fits={fits.filter((one) => one.rule === rule.id)} />
      ),
    },
    {
      label: r('made'),
      cell: ({ at, by }) => words('purchasing.judged.rules.madeBy', { at: instantInWords(at, language), by }),
    },
    { label: r('withdraw'), cell: (rule) => <Withdrawal reader={reader} buyer={buyer} rule={rule} /> },
  ]
}

interface OfRule {
  readonly reader: Reader
  readonly rule: RuleShown
}

function About({ reader, rule: { supplier, supplierName, account } }: OfRule) {
  const { words } = reader
  return (
    <>
      {supplier === null ? null : (
        <>
          {words('purchasing.judged.rules.ofSupplier')}{' '}
          <Said reader={reader} to={`/suppliers/${supplier}`}>
            {supplierName}
          </Said>
        </>
      )}
      {supplier !== null && account !== null ? ', ' : null}
      {account === null ? null : (
        <>
          {words('purchasing.judged.rules.onAccount')} <Written>{account}</Written>
        </>
      )}
    </>
  )
}

/** A link for each account and currency: together they are all the lines that the rule fits. */
function Fits({ reader, buyer, rule, fits }: OfRule & { buyer: BuyerRow; fits: readonly RuleFits[] }) {
  const { words } = reader
  if (fits.length === 0) return <>{words('purchasing.judged.rules.noLines')}</>
  if (rule.category === NOT_A_PURCHASE)
    return (
      <a class="ds-link" href={hrefIn(reader, `/buyers/${buyer.number}/set-apart`)}>
        {words('purchasing.lines.count', { count: fits.reduce((sum, { lines }) => sum + lines, 0) })}
      </a>
    )
  return (
    <>
      {fits.map(({ account, currency, lines }) => (
        <span class="cell-detail">
          <LinesLink
            reader={reader}
            buyer={buyer.number}
            selection={{
              account: account ?? undefined,
              supplier: rule.supplier ?? undefined,
              currency: currency === buyer.currency ? undefined : currency,
            }}
          >
            {words('purchasing.lines.count', { count: lines })}
          </LinesLink>
          {fits.length > 1 ? ` ${[account, currency].filter(Boolean).join(', ')}` : null}
        </span>
      ))}
    </>
  )
}

function Withdrawal({ reader, buyer, rule }: OfRule & { buyer: BuyerRow }) {
  const { words } = reader
  const what = [rule.supplierName, rule.account].filter(Boolean).join(', ')
  return (
    <Form action={hrefIn(reader, `/buyers/${buyer.number}/rules/${rule.id}/withdrawal`)}>
      <Button kind="quiet">
        {words('purchasing.judged.rules.withdraw')}
        <span class="ds-sr-only"> {words('purchasing.judged.rules.withdrawOf', { what })}</span>
      </Button>
    </Form>
  )
}
