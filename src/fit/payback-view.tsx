/** How long a contract must be for the idea to pay back, against how long this opening's next contract may be. */
import { termsAddress } from '../terms/index.js'
import { hrefIn, type Reader, Why } from '../web/index.js'
import type { Numbers } from './numbers.js'
import { paybackOf } from './payback.js'
import { paybackInWords } from './payback-words.js'

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
      {paybackInWords(found, words)}{' '}
      <a class="ds-link" href={hrefIn(reader, termsAddress(filled))}>
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
