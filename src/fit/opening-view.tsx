/** One opening of the fit report: why it is one on the left, what is known of the contract on the right. */
import type { Child } from 'hono/jsx'
import { dayInWords, monthInWords } from '../kit/day.js'
import { moneyExactly, moneyInWords, sek } from '../kit/money.js'
import { purchasesAddress, type Holder } from '../purchasing/index.js'
import { Disclosure, Facts, hrefIn, type Reader, Tag, Unknown, Why, WRITTEN } from '../web/index.js'
import type { Idea } from './idea.js'
import { PaybackView } from './payback-view.js'
import { paybackOf } from './payback.js'
import { PlaceLink } from './place-link.js'
import { Reasons } from './reasons.js'
import { renewalInWords } from './renewal-words.js'
import type { Bought, Fit, Opening } from './report.js'
import { Routes } from './routes-view.js'
import type { OpeningSaving } from './saving.js'
import { SavingView } from './saving-view.js'

interface Of {
  readonly reader: Reader
  readonly idea: Idea
  readonly fit: Fit
  readonly opening: Opening
}

export function OpeningView(of: Of) {
  const { reader, opening } = of
  const { words } = reader
  const { procurement } = opening
  return (
    <article class="fit-opening">
      <h3>
        <a href={hrefIn(reader, `/procurements/${procurement.address}`)} lang={WRITTEN}>
          {procurement.title}
        </a>
      </h3>
      <p>
        <a href={hrefIn(reader, `/buyers/${procurement.buyerNumber}`)} lang={WRITTEN}>
          {procurement.buyerName}
        </a>{' '}
        <Tag kind="framework">{words(`purchasing.agreement.${procurement.agreement ?? 'unknown'}`)}</Tag>
      </p>
      <div class="fit-sides">
        <div>
          <h4>{words('fit.report.why')}</h4>
          <Reasons {...of} />
        </div>
        <Facts facts={factsOf(of)} />
      </div>
      {opening.opening ? <Ways {...of} /> : null}
    </article>
  )
}

/** What the law lets in and when and whether the next contract is long enough: of openings only. */
function Ways({ reader, idea, fit, opening }: Of) {
  const { words } = reader
  const numbers = idea.numbers ?? {}
  const { agreement } = opening.procurement
  return (
    <div class="fit-sides fit-ways">
      <div>
        <h4>{words('fit.opening.routes')}</h4>
        <Routes reader={reader} opening={opening} numbers={numbers} known={fit} />
      </div>
      {paybackOf(numbers, agreement) ? (
        <div>
          <h4>{words('fit.opening.payback')}</h4>
          <PaybackView reader={reader} numbers={numbers} agreement={agreement} />
        </div>
      ) : null}
    </div>
  )
}

function factsOf({ reader, opening }: Of) {
  const { words, language } = reader
  const { procurement } = opening
  const published = procurement.publishedOn && {
    label: words('fit.opening.announced'),
    value: dayInWords(procurement.publishedOn, language),
  }
  const { renewal, holders, bought, saving } = opening
  const said = renewalInWords(renewal, words)
  const unknown = unknownOf(opening)
  return [
    ...(said ? [{ label: words('fit.opening.renewal'), value: said }] : []),
    ...(published ? [published] : []),
    ...(holders.length
      ? [{ label: words('fit.opening.holders'), value: <Holders reader={reader} holders={holders} /> }]
      : []),
    ...(bought ? [{ label: words('fit.opening.bought'), value: <BoughtView {...{ reader, opening, bought }} /> }] : []),
    ...(isTold(saving) ? [{ label: words('fit.opening.saving'), value: <SavingView {...{ reader, saving }} /> }] : []),
    ...(unknown.length
      ? [{ label: words('fit.opening.unknown'), value: unknown.map((one) => words(`fit.unknown.${one}`)).join(', ') }]
      : []),
    {
      label: words('fit.opening.source'),
      value: <PlaceLink reader={reader} place={procurement} />,
    },
  ]
}

/** Where no quantity is told, it is one of the unknown. */
const isTold = (saving: OpeningSaving): boolean => saving.kind === 'known' || saving.what === 'switch'

const UNKNOWNS = ['renewal', 'holders', 'bought', 'saving'] as const
type UnknownFact = (typeof UNKNOWNS)[number]

function unknownOf({ renewal, holders, bought, saving }: Opening): UnknownFact[] {
  const isKnown = {
    renewal: renewal.kind !== 'unknown',
    holders: holders.length > 0,
    bought: bought !== undefined,
    saving: isTold(saving),
  }
  return UNKNOWNS.filter((fact) => !isKnown[fact])
}

/** Said once for all openings shown, each of which only names what is not known of it. */
export function WhatMakesKnown({ reader, openings }: { reader: Reader; openings: readonly Opening[] }) {
  const { words } = reader
  const unknown = UNKNOWNS.filter((fact) => openings.some((one) => unknownOf(one).includes(fact)))
  if (unknown.length === 0) return null
  return (
    <Disclosure summary={words('fit.unknown.title')}>
      <Facts
        facts={unknown.map((fact) => ({
          label: words(`fit.unknown.${fact}`),
          value: <Unknown reader={reader} known={words(KNOWN_WHEN[fact])} />,
        }))}
      />
    </Disclosure>
  )
}

const KNOWN_WHEN = {
  renewal: 'fit.renewal.unknownKnown',
  holders: 'fit.opening.holdersUnknown',
  bought: 'fit.opening.boughtUnknown',
  saving: 'fit.opening.savingUnknown',
} as const satisfies Record<UnknownFact, string>

const NAMED = 6

function Holders({ reader, holders }: { reader: Reader; holders: readonly Holder[] }) {
  const { words } = reader
  const named = holders.filter((one) => one.name !== null)
  const ours = holders.filter((one) => one.withheld === 'ours').length
  return (
    <>
      <ul class="fit-holders">
        {named.slice(0, NAMED).map((one) => (
          <li lang={WRITTEN}>
            {one.address ? <a href={hrefIn(reader, `/suppliers/${one.address}`)}>{one.name}</a> : one.name}
          </li>
        ))}
      </ul>
      {named.length > NAMED && <p>{words('fit.opening.more', { count: named.length - NAMED })}</p>}
      {holders.some((one) => one.withheld === 'source') && <p>{words('purchasing.procurement.withheldBySource')}</p>}
      {ours > 0 && <p>{words('purchasing.procurement.withheldByUs', { count: ours })}</p>}
    </>
  )
}

function BoughtView({ reader, opening, bought }: { reader: Reader; opening: Opening; bought: Bought }) {
  const { words, language } = reader
  return (
    <>
      {words('fit.opening.boughtText', {
        money: moneyInWords(sek(bought.amount), language),
        from: monthInWords(bought.from, language),
        to: monthInWords(bought.to, language),
      })}{' '}
      <Why
        reader={reader}
        about={words('fit.opening.bought')}
        rows={bought.by.map(({ name, address, amount }) => ({
          label: name,
          value: (
            <LinesOf reader={reader} opening={opening} address={address}>
              {moneyExactly(sek(amount), language)}
            </LinesOf>
          ),
        }))}
        note={words('fit.opening.boughtNote')}
      />
    </>
  )
}

interface LinesOfProps {
  readonly reader: Reader
  readonly opening: Opening
  readonly address: string | null
  readonly children?: Child
}

/** Leads to the lines behind a sum. */
function LinesOf({ reader, opening: { procurement }, address, children }: LinesOfProps) {
  if (!address) return <>{children}</>
  return (
    <a class="ds-link" href={hrefIn(reader, purchasesAddress(procurement.buyerNumber, { supplier: address }))}>
      {children}
    </a>
  )
}
