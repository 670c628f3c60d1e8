/** One opening of the fit report, with its reasons, renewal, holders and source. */
import type { Child } from 'hono/jsx'
import { dayInWords, monthInWords } from '../kit/day.js'
import { moneyExactly, moneyInWords, sek } from '../kit/money.js'
import { Facts, hrefIn, Tag, Unknown, Why, type Reader } from '../web/index.js'
import type { Renewal } from './opening.js'
import type { Opening } from './report.js'

export function OpeningView({ reader, opening }: { reader: Reader; opening: Opening }) {
  const { words } = reader
  const { procurement, because } = opening
  return (
    <article class="opening">
      <h3>
        <a href={hrefIn(reader, `/procurements/${procurement.address}`)}>{procurement.title}</a>
      </h3>
      <p>
        {procurement.buyerName}{' '}
        <Tag kind="framework">{words(`purchasing.agreement.${procurement.agreement ?? 'unknown'}`)}</Tag>
      </p>
      <Facts
        facts={[
          {
            label: words('fit.report.why'),
            value: (
              <ul>
                {because.map((one) => (
                  <li>{words.of(one)}</li>
                ))}
              </ul>
            ),
          },
          { label: words('fit.opening.renewal'), value: <RenewalView reader={reader} renewal={opening.renewal} /> },
          { label: words('fit.opening.holders'), value: <Holders reader={reader} opening={opening} /> },
          { label: words('fit.opening.bought'), value: <Bought reader={reader} opening={opening} /> },
          {
            label: words('fit.opening.source'),
            value: words('purchasing.procurement.place', { file: procurement.file, line: procurement.line }),
          },
        ]}
      />
    </article>
  )
}

function RenewalView({ reader, renewal }: { reader: Reader; renewal: Renewal }): Child {
  const { words, language } = reader
  if (renewal.kind === 'unknown') return <Unknown reader={reader} known={words('fit.renewal.unknownKnown')} />
  if (renewal.kind === 'ended') return words('fit.renewal.ended', { day: dayInWords(renewal.on, language) })
  const parts = [words('fit.renewal.ahead', { day: dayInWords(renewal.endsOn, language) })]
  if (renewal.noticeBy) parts.push(words('fit.renewal.notice', { day: dayInWords(renewal.noticeBy, language) }))
  if (renewal.lastPossibleEnd > renewal.endsOn)
    parts.push(words('fit.renewal.options', { day: dayInWords(renewal.lastPossibleEnd, language) }))
  return parts.join(', ')
}

const NAMED = 6

function Holders({ reader, opening }: { reader: Reader; opening: Opening }) {
  const { words } = reader
  const named = opening.holders.filter((one) => one.name !== null)
  const withheld = opening.holders.length - named.length
  const rest = named.length - NAMED
  return (
    <>
      {named
        .slice(0, NAMED)
        .map((one) => one.name)
        .join(', ')}{' '}
      {rest > 0 && words('fit.opening.more', { count: rest })}
      {withheld > 0 && <p>{words('purchasing.withheld', { count: withheld })}</p>}
    </>
  )
}

function Bought({ reader, opening }: { reader: Reader; opening: Opening }) {
  const { words, language } = reader
  const { bought } = opening
  if (!bought) return <Unknown reader={reader} known={words('fit.opening.boughtUnknown')} />
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
        rows={[{ label: words('fit.report.amount'), value: moneyExactly(sek(bought.amount), language) }]}
        note={words('fit.opening.boughtNote')}
      />
    </>
  )
}
