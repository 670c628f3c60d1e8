/** An opening's lawful ways and its payback, each in a line: for where there is nothing to open. */
import type { Words } from '../kit/words/index.js'
import type { Numbers } from './numbers.js'
import { paybackOf } from './payback.js'
import { paybackInWords } from './payback-words.js'
import type { Opening } from './report.js'
import type { Known } from './routes.js'
import { openInWords, routesInWords, waysOf } from './routes-words.js'

export function lawInWords(opening: Opening, numbers: Numbers, known: Known, words: Words) {
  const ways = waysOf(opening, numbers, known)
  const payback = paybackOf(numbers, opening.procurement.agreement)
  return {
    routes: [openInWords(ways, words), routesInWords(ways, opening.renewal, words)].filter(Boolean).join(' '),
    payback: payback && paybackInWords(payback, words),
  }
}
