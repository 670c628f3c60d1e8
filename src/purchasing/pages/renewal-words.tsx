/** A step of a renewal in the reader's words, the same on a page, in a file and in a calendar. */
import { dayInWords } from '../../kit/day.js'
import { moneyInWords, sek } from '../../kit/money.js'
import type { Says } from '../../web/index.js'
import type { Because, Step } from '../renewal.js'

export const stepInWords = ({ words }: Says, { kind, option = 1 }: Step): string =>
  kind === 'use' || kind === 'option'
    ? words(`purchasing.renewal.steps.${kind}`, { option })
    : words(`purchasing.renewal.steps.${kind}`)

export function becauseInWords({ words, language }: Says, { kind, on, because }: Step): string {
  const day = (of: Parameters<typeof dayInWords>[0]) => dayInWords(of, language)
  const money = (amount: number) => moneyInWords(sek(amount), language)
  const said: { [Rule in Because['rule']]: (one: Extract<Because, { rule: Rule }>) => string } = {
    told: () => words('purchasing.renewal.because.told'),
    notice: ({ months, end }) =>
      words(`purchasing.renewal.because.${kind === 'use' ? 'useNotice' : 'notice'}`, { months, end: day(end) }),
    option: ({ months, after }) => words('purchasing.renewal.because.option', { months, after: day(after) }),
    'before-option': ({ after }) => words('purchasing.renewal.because.beforeOption', { end: day(after) }),
    pace: ({ spent, months, ceiling }) =>
      words('purchasing.renewal.because.pace', { spent: money(spent), months, ceiling: money(ceiling), on: day(on) }),
  }
  return (said[because.rule] as (one: Because) => string)(because)
}

/** 'okt–dec 2026' of '2026-4'. */
export function quarterInWords({ words }: Says, quarter: string): string {
  const [year = '', number = ''] = quarter.split('-')
  return words('purchasing.renewal.quarter', { quarter: number, year })
}
