/** A section for a contract's page: what may be done with it now, on what its sources tell, and what has to be asked first. */
import type { Child } from 'hono/jsx'
import { dayInWords, type Day } from '../../kit/day.js'
import { grouped } from '../../kit/grouped.js'
import { moneyInWords, sek } from '../../kit/money.js'
import { refused } from '../../kit/refuse.js'
import type { KnownContract } from '../../purchasing/index.js'
import { ActionLink, Facts, hrefIn, Section, Tag, type Reader } from '../../web/index.js'
import { contractCase, nextOption, optionAsked, overCap, replacements, smallChange } from '../contract-case.js'
import type { LawHeld } from '../held.js'
import { plannerAddress } from '../planner-address.js'
import { routesFor, type Answered } from '../rules/answer.js'
import type { Calendar } from '../rules/calendar.js'
import { WhyRoute } from './why-route.js'

interface Of {
  readonly reader: Reader
  readonly contract: KnownContract
  readonly today: Day
  /** What the installation's own people have entered and verified. */
  readonly held: LawHeld
}
interface Fact {
  readonly label: string
  readonly value: Child
}

/** Nothing of a contract that a later register leaves out: whether it still stands is not known. */
export function ContractLaw(of: Of) {
  const { reader, contract, today } = of
  const { words, language } = reader
  const c = contractCase(contract, today, of.held)
  const answers = routesFor(c)
  if (contract.state === 'withdrawn' || refused(answers)) return null
  const isOver = contract.state === 'ended'
  return (
    <Section
      title={words('law.contract.title')}
      id="law"
      lead={words('law.contract.lead', { day: dayInWords(today, language) })}
    >
      <Facts facts={isOver ? [...ended(of), ...anew(of, answers)] : [...within(of, answers), ...anew(of, answers)]} />
      <p>
        <ActionLink kind="secondary" href={hrefIn(reader, plannerAddress(c))}>
          {words('law.contract.planner')}
        </ActionLink>
      </p>
    </Section>
  )
}

const ended = ({ reader, contract }: Of): Fact[] => [
  {
    label: reader.words('law.contract.now'),
    value: reader.words('law.contract.ended', { day: dayInWords(contract.endsOn!, reader.language) }),
  },
]

/** Under the contract as it is: most is asked, since its clauses stand in no register. */
function within(of: Of, answers: readonly Answered[]): Fact[] {
  const { reader, contract } = of
  const { words } = reader
  const line = (route: Answered['route'], sentence: string): Fact[] => {
    const answered = answers.find((one) => one.route === route)
    return answered ? [lineOf(of, answered, sentence)] : []
  }
  const named = contract.agreement ?? 'unknown'
  return [
    ...line('throughSupplier', words('law.contract.throughSupplier')),
    ...(contract.agreement === 'contract'
      ? []
      : [
          ...line('callOff', words('law.contract.callOff', { agreement: named })),
          ...line('miniCompetition', words('law.contract.mini')),
        ]),
    ...options(of),
    ...line('change', changed(of)),
  ]
}

const lineOf = ({ reader, held }: Of, { route, verdict, because, cites }: Answered, sentence: string): Fact => {
  const label = reader.words(`law.route.${route}`)
  return {
    label,
    value: (
      <>
        <Tag kind={verdict === 'lawful' ? 'quiet' : 'unverified'}>{reader.words(`law.verdict.${verdict}`)}</Tag>{' '}
        {sentence}
        <WhyRoute reader={reader} about={label} reasons={because} cites={cites} verified={held.verified} />
      </>
    ),
  }
}

/** An amount only where the register tells a ceiling for one supplier alone, and then only if that is the first value. */
function changed({ reader, contract, today }: Of): string {
  const { percent, below } = smallChange(contract, today)
  if (below === undefined || contract.ceiling === null) return reader.words('law.contract.change', { percent })
  const money = (ore: number) => moneyInWords(sek(ore), reader.language)
  return reader.words('law.contract.changeAmount', { percent, below: money(below), ceiling: money(contract.ceiling) })
}

function options({ reader, contract, today, held }: Of): Fact[] {
  const { words, language } = reader
  const over = overCap(contract, today)
  const next = nextOption(contract, today)
  if (!next && !over) return []
  const told = (on: Day) => dayInWords(on, language)
  const label = words('law.contract.option')
  const sentences = [
    ...(next ? [words('law.contract.optionNext', { by: told(next.useBy), to: told(next.endsOn) })] : []),
    ...(over ? [words('law.contract.overCap', { from: told(over.from), to: told(over.to), years: over.years })] : []),
  ]
  const asked = optionAsked(contractCase(contract, today, held))
  return [
    {
      label,
      value: (
        <>
          {sentences.join(' ')}
          <WhyRoute reader={reader} about={label} reasons={asked} cites={over?.cites ?? []} verified={held.verified} />
        </>
      ),
    },
  ]
}

/** A new contract: when each procedure must begin, for the next end and for the last possible one. */
function anew(of: Of, answers: readonly Answered[]): Fact[] {
  const { reader, contract, today, held } = of
  const plans = replacements(contract, contractCase(contract, today, held))
  const answerTo = (route: Answered['route']) => answers.find((one) => one.route === route)
  const open = answerTo('open')
  if (plans.length === 0 && open)
    return [{ label: reader.words('law.contract.new'), value: anewBy(of, open, open.earliest) }]
  return [...grouped(plans, ({ neededBy }) => neededBy)].map(([end, own]) => ({
    label: reader.words('law.contract.newBy', { day: dayInWords(end, reader.language) }),
    value: own.map(({ route, calendar, startBy }) => anewBy(of, answerTo(route)!, calendar, startBy)),
  }))
}

/** With a day to begin by; without one, when a contract can be made if it begins today. */
function anewBy({ reader, held }: Of, answered: Answered, calendar: Calendar, startBy?: Day): Child {
  const { words, language } = reader
  const { route, because, cites } = answered
  const name = words(`law.route.${route}`)
  const told = (on: Day) => dayInWords(on, language)
  return (
    <div>
      {startBy
        ? words('law.contract.startBy', { route: name, day: told(startBy) })
        : words('law.contract.startToday', { route: name, day: told(calendar.firstDay!) })}
      <WhyRoute {...{ reader, cites, calendar }} about={name} reasons={because} verified={held.verified} />
    </div>
  )
}
