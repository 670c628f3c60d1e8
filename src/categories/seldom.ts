/** What civil public buyers seldom buy gives way when the words alone do not decide. Ours, read from real award titles. */
import type { Code } from './cpv.js'

interface Seldom {
  /** The digits that the codes begin with. */
  readonly beginnings: string
  readonly why: string
}

export const SELDOM: readonly Seldom[] = [
  { beginnings: '353 354 355 356 357 358', why: 'weapons, warships and gear of soldiers: bought by the armed forces' },
  { beginnings: '506 806', why: 'upkeep of that, and training in it' },
  { beginnings: '339', why: 'mortuary equipment, whose words (tables, bags, transport) are those of everyday things' },
  { beginnings: '14 19', why: 'raw minerals, metals, leather and plastics: cities buy what is made of them' },
  { beginnings: '43', why: 'mining and building machines: bought by the contractors that cities hire' },
  { beginnings: '76', why: 'services to the oil and gas industry' },
  {
    beginnings: '381 382',
    why: 'instruments of navigation and geology, whose words (sensor, radar) stand for much else',
  },
  { beginnings: '503', why: 'repair of office machines, most often part of buying or leasing them' },
  {
    beginnings: '7221 7222 7223 7224',
    why: 'programming by kind, where buyers write software or the whole of IT services',
  },
  { beginnings: '985 989', why: 'staff of private homes and bodies outside national law' },
]
const BEGINNINGS = SELDOM.flatMap(({ beginnings }) => beginnings.split(' '))
const LESS = 0.75

/** What the score of a category is multiplied with before anything is known of it but its code. */
export const prior = (code: Code): number => (BEGINNINGS.some((beginning) => code.startsWith(beginning)) ? LESS : 1)
