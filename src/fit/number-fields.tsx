/** What an idea may say in numbers, folded away: none of it is needed. */
import type { Child } from 'hono/jsx'
import { Disclosure, Field, type Reader } from '../web/index.js'
import type { FormError } from './form-error.js'
import { NUMBERS, type WrittenNumbers } from './numbers.js'
import { errorOf } from './pages.js'

interface NumberFieldsProps {
  readonly reader: Reader
  readonly written: WrittenNumbers
  readonly errors?: readonly FormError[]
  /** Below the fields. */
  readonly children?: Child
}

const UNITS = { value: 'kr', workDays: undefined, investment: 'kr', cashflow: 'kr', rate: '%' } as const

/** Open where something in it is to be mended. */
export function NumberFields({ reader, written, errors = [], children }: NumberFieldsProps) {
  const { words } = reader
  const isWrong = NUMBERS.some((name) => errors.some(({ field }) => field === name))
  return (
    <Disclosure summary={words('fit.numbers.title')} open={isWrong}>
      <p>{words('fit.numbers.lead')}</p>
      {NUMBERS.map((name) => (
        <Field
          reader={reader}
          name={name}
          label={words(`fit.numbers.${name}`)}
          hint={words(`fit.numbers.${name}Hint`)}
          value={written[name]}
          error={errorOf(name, errors, reader)}
          suffix={UNITS[name]}
          width="short"
          inputmode="decimal"
          optional
          unmarked
        />
      ))}
      {children}
    </Disclosure>
  )
}
