/** The buyer's side: what each length costs over the same years, and how little the choice often matters. */
import { Bars, Section, type Reader } from '../../web/index.js'
import type { Reckoned } from '../reckoned.js'
import { EQUAL_WITHIN, type Flatness, type TermCost } from '../rules/buyer.js'
import { inputsFor } from '../rules/inputs.js'
import { fieldsInWords, roughMoney, yearsInWords } from './said.js'

interface Shown {
  readonly reader: Reader
  readonly reckoned: Reckoned
}

export function BuyersSide({ reader, reckoned }: Shown) {
  const { words } = reader
  const { answer, termCase, asked } = reckoned
  const saved = <Saved {...{ reader, reckoned }} />
  if (!answer.buyerCost || !answer.flatness || !termCase.purchase) {
    const missing = inputsFor('buyer').filter((input) => asked.numbers[input] === undefined)
    return (
      <Section title={words('terms.buyer.title')} id="buyer">
        <p>
          {missing.length === inputsFor('buyer').length
            ? words('terms.buyer.before', { count: missing.length })
            : words('terms.buyer.asked', { inputs: fieldsInWords(missing, words) })}
        </p>
        {saved}
      </Section>
    )
  }
  const { cheapest, dearest, equal } = answer.flatness
  const spread = dearest.presentValue / cheapest.presentValue - 1
  return (
    <Section
      title={words('terms.buyer.title')}
      lead={words('terms.buyer.lead', { horizon: termCase.purchase.horizon })}
      id="buyer"
    >
      <p>
        <strong>{words('terms.buyer.flat', { count: equal.length, within: EQUAL_WITHIN })}</strong>{' '}
        {words('terms.buyer.spread', { share: spread })} {words('terms.buyer.extremes')}
      </p>
      <Costs {...{ reader, costs: answer.buyerCost, flatness: answer.flatness }} />
      {saved}
    </Section>
  )
}

/** In expectation: what is saved if the investment is made, times the probability that it pays. */
function Saved({ reader: { words }, reckoned: { emissionsSaved: saved, termCase, answer } }: Shown) {
  if (saved === undefined || answer.probability === null) return null
  return (
    <p>
      {words('terms.buyer.saved', {
        way: saved < 0 ? 'more' : 'less',
        term: yearsInWords(termCase.supply.term, words),
        kilograms: Math.abs(saved),
        likely: answer.probability,
      })}
    </p>
  )
}

interface CostsProps {
  readonly reader: Reader
  readonly costs: readonly TermCost[]
  readonly flatness: Flatness
}

/** Those that cost as good as equally little have the colour of what one can do; the others are quiet. */
function Costs({ reader, costs, flatness: { cheapest, equal } }: CostsProps) {
  const { words } = reader
  return (
    <Bars
      reader={reader}
      title={words('terms.buyer.axis')}
      headings={{
        label: words('terms.buyer.axis'),
        value: words('terms.buyer.cost'),
        share: words('terms.buyer.over'),
      }}
      bars={costs.map((one) => ({
        label: yearsInWords(one.term, words),
        value: one.presentValue,
        text: roughMoney(one.presentValue, words),
        share:
          one === cheapest
            ? words('terms.buyer.cheapest')
            : words('terms.buyer.more', { share: one.presentValue / cheapest.presentValue - 1 }),
        ...(equal.includes(one) ? {} : { hue: 8 as const }),
      }))}
    />
  )
}
