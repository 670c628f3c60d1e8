/**
 * Extension clauses as contract registers write them, in months. What may be read in two ways is not read: a contract's
 * last possible end is too important for a guess.
 *
 *   extensionMonths('2+1+1 år')                     // [12, 12]: the first figure is the contract's own term
 *   extensionMonths('option 1 år x 2')              // [12, 12]
 *   extensionMonths('12+12 mån', { term: 12 })      // [12]: the contract itself runs for twelve months
 *   extensionMonths('12+12', { unit: 'months' })    // [12, 12]: the column says that these are extensions in months
 *   extensionMonths('enligt villkoren')             // not read
 */
import { say, type Message } from '../../../kit/words/index.js'

export type Unit = 'months' | 'years'
export interface Extension {
  /** Each possible extension in months, in order; undefined when the clause could not be read for certain. */
  readonly months: readonly number[] | undefined
  readonly because: Message
}
export interface ExtensionAsked {
  /** Months between the contract's stated start and end. */
  readonly term?: number | undefined
  /** The unit of bare figures, where the column's heading gives it. Such a column holds extensions only. */
  readonly unit?: Unit | undefined
}

export function extensionMonths(clause: string, { term, unit }: ExtensionAsked = {}): Extension {
  const text = plain(clause)
  if (NONE.test(text)) return { months: [], because: say('purchasing.import.mapping.extension.none') }
  if (OPEN_ENDED.test(text)) return unread('purchasing.import.mapping.extension.openEnded')
  const [before, after] = atOption(text)
  if (after !== undefined) {
    // '2 år med option på 1+1 år': what stands before the word is the term, and adds nothing.
    const options = partsIn(after, unit)
    const isTerm = before === '' || partsIn(before, unit)?.lengths.length === 1
    if (!options || !isTerm) return unread('purchasing.import.mapping.extension.unread')
    return { months: options.lengths, because: say('purchasing.import.mapping.extension.options') }
  }
  const parts = partsIn(text, unit)
  if (!parts) return unread('purchasing.import.mapping.extension.unread')
  if (parts.lengths.length === 1 || !parts.isSum || (unit && parts.isBare))
    return { months: parts.lengths, because: say('purchasing.import.mapping.extension.options') }
  return sumRead(parts.lengths, term)
}

/** A sum without a word: it begins with the contract's own term, or holds extensions only; the dates tell which. */
function sumRead(lengths: readonly number[], term: number | undefined): Extension {
  const [first = 0, ...rest] = lengths
  const largestFirst = rest.every((length) => length < first)
  if (first === term || (term === undefined && largestFirst))
    return { months: rest, because: say('purchasing.import.mapping.extension.termFirst', { months: first }) }
  const reached = lengths.map((_, place) => lengths.slice(0, place + 1).reduce((sum, length) => sum + length, 0))
  if (term !== undefined && reached.includes(term)) return unread('purchasing.import.mapping.extension.included')
  if (term === undefined || largestFirst) return unread('purchasing.import.mapping.extension.twoWays')
  return { months: lengths, because: say('purchasing.import.mapping.extension.options') }
}

const unread = (
  key: `purchasing.import.mapping.extension.${'openEnded' | 'unread' | 'included' | 'twoWays'}`,
): Extension => ({ months: undefined, because: say(key) })

const NONE =
  /^(|[-–—.]|0|nej|n|ingen|inga|saknas|ej aktuellt|no|none|nil|n\/a|(inga|ingen) (option(er)?|förlängning(ar)?)|no (options?|extensions?))$/
const OPEN_ENDED = /tills ?vidare|löpande|automatisk|rullande|until further|rolling|ongoing|automatic|indefinite/
const OPTION =
  /(?:med |with |\+ ?)?(?:\p{L}*option(?:er|en|sår|stid|s)?|\p{L}*förlängning(?:ar|en)?s?(?:option|möjlighet|rätt)?(?:er|en)?|(?:kan|får) förlängas|extensions?|extendable|(?:may|can) be extended)(?: (?:på|om|till|med|of|by|for))?:?/u

/** Before and after the word for an option; one that begins with '+' has nothing before it. */
function atOption(text: string): [before: string, after: string | undefined] {
  if (text.startsWith('+')) return ['', text.slice(1)]
  const found = OPTION.exec(text)
  if (!found) return [text, undefined]
  const before = text.slice(0, found.index).trim()
  const after = text.slice(found.index + found[0].length).trim()
  // '1 år förlängning' puts the word last.
  return after === '' ? ['', before] : [before.replace(/[+,;]$/, '').trim(), after]
}

const NUMBERS: Readonly<Record<string, string>> = {
  ...{ en: '1', ett: '1', one: '1', två: '2', two: '2', tre: '3', three: '3', fyra: '4', four: '4' },
  ...{ ettårig: '1 år', ettåriga: '1 år', tvåårig: '2 år', tvååriga: '2 år' },
}
const FILLERS =
  /\b(?:högst|max|maximalt|upp till|up to|i taget|at a time|vardera|each|ytterligare|further|perioder|period|st|periods? of|möjlighet till|rätt till)(?![\p{L}])\.?/gu

const plain = (clause: string): string =>
  clause
    .toLowerCase()
    .replace(/[()]/g, ' ')
    .replace(/\p{L}+/gu, (word) => NUMBERS[word] ?? word)
    .replace(FILLERS, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll(' ,', ',')
    .replace(/[\s.]+$/, '')
    .trim()

interface Parts {
  readonly lengths: readonly number[]
  readonly isSum: boolean
  /** No unit is written. */
  readonly isBare: boolean
}
interface Item {
  readonly length: number
  readonly unit: Unit | undefined
  readonly times: number
}

const UNIT = '(år(?:ig|iga|s)?|y(?:ea)?rs?|mån(?:ader|ad|aders|\\.)?|m(?:on)?ths?|mos?|m)'
const TIMES = '(?:x|×|\\*|gånger|ggr\\.?|times)'
const ITEMS: readonly [RegExp, (found: RegExpExecArray) => Item][] = [
  // '2 x 12 mån', '2 gånger om 1 år'
  [
    new RegExp(`^(\\d+) ?${TIMES} ?(?:om |à |a |of |på )?(\\d+)(?: |-)?${UNIT}?$`),
    ([, times, length, unit]) => item(length, unit, times),
  ],
  // '1 år x 2', '12 månader, 2 gånger', '1 år 2 ggr'
  [
    new RegExp(`^(\\d+)(?: |-)?${UNIT},? ?(?:${TIMES} ?(\\d+)(?: ?${TIMES})?|(\\d+) ?${TIMES})$`),
    ([, length, unit, times, others]) => item(length, unit, times ?? others),
  ],
  // '2 år', '12'
  [new RegExp(`^(\\d+)(?: |-)?${UNIT}?$`), ([, length, unit]) => item(length, unit, '1')],
]
const item = (length: string | undefined, unit: string | undefined, times: string | undefined): Item => ({
  length: Number(length),
  unit: unit === undefined ? undefined : /^(å|y)/.test(unit) ? 'years' : 'months',
  times: Number(times),
})

/** Undefined as soon as anything in it is not understood. */
function partsIn(text: string, unit: Unit | undefined): Parts | undefined {
  const whole = itemIn(text.trim())
  const items = whole ? [whole] : text.split(/\+|,|;| och | samt | and /).map((part) => itemIn(part.trim()))
  if (!items.every((one) => one !== undefined)) return undefined
  const last = items.findLast(({ unit: written }) => written !== undefined)?.unit
  const assumed = last ?? unit ?? unitBySize(items)
  if (!assumed) return undefined
  const lengths = items
    .filter(({ length }) => length > 0)
    .flatMap((one) =>
      Array<number>(Math.min(one.times, 100)).fill(one.length * ((one.unit ?? assumed) === 'years' ? 12 : 1)),
    )
  if (lengths.length === 0 || lengths.length > 20 || lengths.some((length) => length > LONGEST)) return undefined
  return { lengths, isSum: items.length > 1, isBare: last === undefined }
}

/** No contract is extended by more than twenty years at a time; a larger figure is another thing. */
const LONGEST = 240

const itemIn = (text: string): Item | undefined => {
  for (const [form, read] of ITEMS) {
    const found = form.exec(text)
    if (found) return read(found)
  }
  return undefined
}

/** '2+1+1' is years, '12+12' is months; a single bare figure, and '3+6', may be either. */
function unitBySize(items: readonly Item[]): Unit | undefined {
  if (items.length < 2) return undefined
  if (items.every(({ length }) => length <= 4)) return 'years'
  return items.every(({ length }) => length >= 6) ? 'months' : undefined
}
