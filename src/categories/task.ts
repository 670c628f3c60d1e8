/**
 * What is to be done with the thing. 'Konsulttjänster inom ventilation' are advice and 'byte av hissar' are works:
 * the same word of a thing leads to different divisions. Read from the title only; it shifts the ranking and is no
 * reason of its own.
 */
import type { Code } from './cpv.js'
import type { Text } from './reading.js'
import { wordsIn } from './tokens.js'

interface Act {
  readonly words: RegExp
  /** Divisions where the act itself is bought, and those that go well with it. */
  readonly home: readonly string[]
  readonly near: readonly string[]
}

/** The end of a Swedish word or a whole English one. */
const named = (ends: string, whole: string): RegExp => new RegExp(`^(?:\\p{L}*(?:${ends})|${whole})$`, 'u')

const ACTS: readonly Act[] = [
  {
    words: named(
      'konsult\\p{L}*|rådgivning|utredning(?:ar)?|projektering|besiktning(?:ar)?',
      'consult\\p{L}*|advisory|advice',
    ),
    home: ['71', '72', '79'],
    near: ['66', '73', '75', '80', '85', '90', '98'],
  },
  {
    words: named('underhåll|underhålls\\p{L}+|reparation(?:er)?|service(?:arbeten|avtal)?', 'maintenance|repairs?'),
    home: ['50'],
    near: ['45', '51', '55', '60', '64', '70', '71', '72', '77', '79', '85', '90', '98'],
  },
  {
    words: named(
      'entreprenad(?:er)?|byggnad|byggnation|renovering|installation(?:er)?|anläggande|rivning',
      'byte|utbyte|byggande|construction|renovation|installation',
    ),
    home: ['45'],
    near: ['50', '51', '71', '77', '90'],
  },
  {
    words: named('utbildning(?:ar)?|kurser|kurs', 'training|courses?'),
    home: ['80'],
    near: ['48', '72', '79', '85'],
  },
  {
    words: named('programvara|verksamhetssystem|applikation|mjukvara', 'software|app|appen'),
    home: ['48', '72'],
    near: ['79', '80'],
  },
]
const HOME = 1.15
const ELSEWHERE = 0.75

/** How much a code gains or loses by the acts that the title names. */
export function actFactorOf({ title }: Text): (code: Code) => number {
  const words = wordsIn(title)
  const acts = ACTS.filter((act) => words.some((word) => act.words.test(word)))
  return (code) => {
    if (acts.length === 0) return 1
    const division = code.slice(0, 2)
    if (acts.some(({ home }) => home.includes(division))) return HOME
    return acts.some(({ near }) => near.includes(division)) ? 1 : ELSEWHERE
  }
}
