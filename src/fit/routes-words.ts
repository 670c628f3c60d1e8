/** The lawful ways into an opening in a sentence or two, and what holds for every opening alike. */
import { dayInWords } from '../kit/day.js'
import type { Words } from '../kit/words/index.js'
import type { Numbers } from './numbers.js'
import type { Renewal } from './renewal.js'
import type { Opening } from './report.js'
import { waysInto, type Known, type Ways } from './routes.js'

export const waysOf = ({ procurement, renewal, holders }: Opening, numbers: Numbers, known: Known): Ways =>
  waysInto({ category: procurement.category, renewal, held: holders.length > 0 }, numbers, known)

/** When a new contract can be made by an open procedure that begins today. */
export function openInWords({ open: { earliest, likely } }: Ways, words: Words): string {
  const day = likely.firstDay
  return words('fit.routes.open', {
    earliest: dayInWords(earliest.firstDay!, words.language),
    likely: day ? dayInWords(day, words.language) : '',
    known: day ? 'yes' : 'no',
  })
}

/** What is the opening's own: a supplier that is there, and when to begin for its end. Empty where neither is known. */
export function routesInWords({ answers, plan }: Ways, renewal: Renewal, words: Words): string {
  const isThere = answers.some(({ route }) => route === 'throughSupplier')
  const through = words('fit.routes.through', { known: renewal.kind === 'ahead' ? 'yes' : 'no' })
  if (renewal.kind !== 'ahead' || !plan) return isThere ? through : ''
  const end = dayInWords(renewal.endsOn, words.language)
  const begin = plan.startBy
    ? words('fit.routes.startBy', { day: dayInWords(plan.startBy, words.language), end })
    : words('fit.routes.tooLate', { end })
  return isThere ? `${through} ${begin}` : begin
}
