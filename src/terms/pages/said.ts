/** Numbers as the pages say them: two digits that count for what is reckoned, as written for what was stated. */
import { moneyInWords, sek } from '../../kit/money.js'
import type { Words } from '../../kit/words/index.js'
import { EMISSIONS, LENGTHS, unitOf, type Field, type Told } from '../asked.js'
import type { Doubt } from '../doubts.js'

const DIGITS = 2

/** '4,1 mn kr' of 4 110 958. */
export const roughMoney = (kronor: number, { language }: Words): string =>
  moneyInWords(sek(Number(kronor.toPrecision(DIGITS)) * 100), language)
export const roughYears = (years: number, words: Words): string =>
  words('terms.value.roughYears', { years: two(years) })
export const yearsInWords = (years: number, words: Words): string => words('terms.value.years', { years })

/** The plural of a number follows what is written, not what was reckoned. */
const two = (value: number): number => Number(value.toPrecision(DIGITS))

/** What was stated, in its unit. */
export function valueInWords(field: Field, value: number, words: Words): string {
  switch (unitOf(field)) {
    case 'money':
      return moneyInWords(sek(value * 100), words.language)
    case 'years':
      return yearsInWords(value, words)
    case 'share':
      return words('terms.value.share', { share: value })
    default:
      return `${new Intl.NumberFormat(words.language).format(value)} ${words(`terms.unit.${unitOf(field)}`)}`
  }
}

const SHORTER = ['investment', 'cashflow', 'rate'] as const
const isTold = (field: Field): field is Told => Object.hasOwn({ ...LENGTHS, ...EMISSIONS }, field)
const isShorter = (field: Field): field is (typeof SHORTER)[number] => SHORTER.some((one) => one === field)

/** What a field is called. */
export const labelOfField = (field: Field, words: Words): string =>
  isTold(field) || isShorter(field) ? words(`terms.field.${field}`) : words(`terms.input.${field}`)

/** Within a sentence: 'sannolikhet att vinna nästa avtal; nästa avtals längd'. */
export const fieldsInWords = (fields: readonly Field[], words: Words): string =>
  fields
    .map((field) => labelOfField(field, words))
    .map((label) => label.charAt(0).toLowerCase() + label.slice(1))
    .join('; ')

/** How a share was read, and what was perhaps meant. */
export const doubtInWords = ({ field, read, meant }: Doubt, words: Words): string =>
  words('terms.doubt.title', {
    label: labelOfField(field, words),
    read: valueInWords(field, read, words),
    meant: valueInWords(field, meant, words),
  })
