/** What is left out of the figures, and what would make it known. */
import { moneyInWords, type Currency } from '../../kit/money.js'
import { hrefIn, Section, Table, type Reader } from '../../web/index.js'
import type { Message } from '../../kit/words/index.js'
import type { Entry } from '../rules/portfolio.js'
import type { Seeing } from '../seen.js'

export function Missing({ reader, seeing }: { reader: Reader; seeing: Seeing }) {
  const { words, language } = reader
  const rows = missingIn(seeing.whole.entries)
  if (rows.length === 0) return null
  const money = ({ amount, currency }: Pick<Lacking, 'amount' | 'currency'>) =>
    moneyInWords({ amount, currency }, language)
  return (
    <Section
      title={words('impact.missing.title')}
      lead={words('impact.missing.lead', { money: money({ amount: seeing.whole.unknown, currency: seeing.currency }) })}
    >
      <Table
        caption={words('impact.missing.title')}
        captionHidden
        columns={[
          {
            label: words('impact.missing.why'),
            kind: 'long',
            cell: ({ asked }) => (
              <>
                {words.of(asked)} <Remedy reader={reader} asked={asked} />
              </>
            ),
          },
          { label: words('impact.missing.money'), kind: 'number', cell: money },
        ]}
        rows={rows}
        rowHeader={false}
        empty=""
      />
    </Section>
  )
}

interface Lacking {
  readonly asked: Message
  readonly amount: number
  readonly currency: Currency
}

/** Each question once for a currency, the largest amount first. Money that lacks two things stands under both. */
function missingIn(entries: readonly Entry[]): Lacking[] {
  const found = new Map<string, Lacking>()
  for (const { asked = [], amount, currency } of entries)
    for (const message of asked) {
      const key = `${message.key} ${JSON.stringify(message.args)} ${currency}`
      found.set(key, { asked: message, currency, amount: (found.get(key)?.amount ?? 0) + amount })
    }
  return [...found.values()].sort((a, b) => b.amount - a.amount)
}

/** Only those who may act are led to where it is done. */
function Remedy({ reader, asked }: { reader: Reader; asked: Message }) {
  if (reader.reach !== 'internal') return null
  const { words } = reader
  if (asked.key === 'impact.asked.vat')
    return (
      <a class="ds-link" href={hrefIn(reader, '/imports')}>
        {words('impact.missing.imports')}
      </a>
    )
  if (asked.key === 'impact.asked.index' || asked.key === 'impact.asked.rate')
    return (
      <a class="ds-link" href="#prices">
        {words('impact.prices.say')}
      </a>
    )
  return null
}
