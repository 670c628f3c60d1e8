/** A renewal in the reader's words, the same on a page and on the command line. */
import { dayInWords } from '../kit/day.js'
import type { Words } from '../kit/words/index.js'
import type { Renewal } from './renewal.js'

/** Undefined when it is not known: that has a look of its own. */
export function renewalInWords(renewal: Renewal, words: Words): string | undefined {
  const { language } = words
  if (renewal.kind === 'unknown') return undefined
  if (renewal.kind === 'ended') return words('fit.renewal.ended', { day: dayInWords(renewal.on, language) })
  const parts = [words('fit.renewal.ahead', { day: dayInWords(renewal.endsOn, language) })]
  if (renewal.noticeBy) parts.push(words('fit.renewal.notice', { day: dayInWords(renewal.noticeBy, language) }))
  if (renewal.lastPossibleEnd > renewal.endsOn)
    parts.push(words('fit.renewal.options', { day: dayInWords(renewal.lastPossibleEnd, language) }))
  return parts.join(', ')
}
