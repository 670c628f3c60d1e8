/** How long a contract must be for the idea to pay back, against how long this opening's next contract may be. */
import { termsAddress } from '../terms/index.js'
import { hrefIn, type Reader, Why } from '../web/index.js'
import type { Numbers } from './numbers.js'
import { paybackOf, type Payback } from './payback.js'

interface PaybackProps {
  readonly reader: Reader
  readonly numbers: Numbers
  readonly agreement: 'framework' | 'contract' | null
}

export function PaybackView({ reader, numbers, agreement }: PaybackProps) {
  const { words } = reader
  const found = paybackOf(numbers, agreement)
  if (!found) return null
  const { investment, cashflow, rate } = numbers
  const filled = { investment, cashflow, rate, ...(agreement === 'framework' ? { term: found.cap } : {}) }
  return (
    <>
      {backIn(found, reader)}{' '}
      {words('fit.payback.next', { agreement: found.agreement, years: found.cap, against: standing(found) })}{' '}
      <a class="ds-link" href={hrefIn(reader, termsAddress(stated(filled)))}>
        {words('fit.payback.terms')}
      </a>
      <Why
        reader={reader}
        about={words('fit.opening.payback')}
        rows={[
          { label: words('fit.numbers.investment'), value: amount(investment, reader) },
          { label: words('fit.numbers.cashflow'), value: amount(cashflow, reader) },
          { label: words('fit.numbers.rate'), value: words('fit.payback.rate', { rate: rate ?? 0 }) },
        ]}
        sources={found.cites}
        note={words('fit.payback.alone')}
      />
    </>
  )
}

const amount = (kronor: number | undefined, { words }: Reader): string =>
  words('fit.payback.kronor', { kronor: kronor ?? 0 })

const stated = (numbers: Readonly<Record<string, number | undefined>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(numbers).flatMap(([name, number]) => (number === undefined ? [] : [[name, number]])),
  )

const backIn = ({ years }: Payback, { words }: Reader): string =>
  years === null ? words('fit.payback.never') : words('fit.payback.years', { years })

/** Only against a cap is there anything to compare with. */
const standing = ({ years, agreement, cap }: Payback): 'within' | 'over' | 'none' =>
  years === null || agreement === 'contract' ? 'none' : years <= cap ? 'within' : 'over'
