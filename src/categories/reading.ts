/** How a text is read: each word that can say what the thing is, with the known words it stands for and its weight. */
import type { Language } from '../kit/words/index.js'
import { activityNamed, activitiesOn, nounOfVerb, type Activity } from './activities.js'
import { COMMON_ENGLISH, COMMON_SWEDISH } from './common-words.js'
import { knownBeginningOf, knownEndOf, partsOf } from './compounds.js'
import { isQuality, isQualityPart } from './meanings.js'
import { isPeopleWord, isUnitStem, withoutAudience } from './people.js'
import { isContent, readable, stemOf, wordsIn, writtenWordsIn } from './tokens.js'
import { isGeneric, type Vocabulary } from './vocabulary.js'

/**
 * 'alike' shares only the stem ('prov' and 'provning'), 'foreign' is a word of the language that the text is not in.
 */
export type How = 'whole' | 'part' | 'spelled' | 'alike' | 'foreign'
export interface Reading {
  readonly stem: string
  readonly how: How
  /** How much of the word's weight this reading carries, 0 to 1. */
  readonly share: number
  /** It only says of which kind the thing is ('disposable'), and leads nowhere by itself. */
  readonly quality?: boolean
  /** What is done to it, where the text says so: 'bro' in 'brobesiktning'. */
  readonly act?: Activity
}
export interface Token {
  readonly word: string
  /** As the text has it. */
  readonly written: string
  readonly readings: readonly Reading[]
  readonly weight: number
  /** Stems of the few words before it, the common ones too. */
  readonly before: readonly string[]
  /** The text says that the idea comes in its place. */
  readonly instead: boolean
  readonly inTitle: boolean
  /** In the title, or in the text where the title is only a name. */
  readonly telling: boolean
  /** It only says what the thing is for: the pitches of 'lawn mower for football pitches'. */
  readonly purpose: boolean
}
export interface Text {
  readonly title: string
  readonly text: string
}

const IN_TITLE = 1
const IN_TEXT = 0.6
/** Where the title is only a name ('Plogvis'), the text has to say it all. */
const IN_TEXT_ALONE = 0.85
const PEOPLE = 0.25
const AUDIENCE = 0.05
/** 'Färs för storkök' is mince: what it is for says less than what it is. */
const PURPOSE = 0.6
/** Correcting words is dear; what an idea is about is said among its first unknown words. */
const MOST_CORRECTED = 60
/** A short word that we do not know is as often another word as a misspelt one. */
const SURELY_MEANT = 7

const FOR = new Set('för till åt hos for to among'.split(' '))
const MEANT_FOR = new Set('för åt for'.split(' '))
const AT = new Set('i på in at on inom within'.split(' '))
/** What it is done with, or has, says less too: 'leak detection with acoustic sensors'. */
const WITH = new Set('med with using'.split(' '))
const OF = new Set('av of'.split(' '))
const WHICH = new Set('som vilka that which och and'.split(' '))
/** 'Skolmöbler av återvunnen plast' are furniture and no plastic. */
const MADE_OF = /^(?:återvun\p{L}*|återbruk\p{L}*|begagna\p{L}*|recycled|reused|reclaimed)$/u
const MADE = /^(?:gjord|gjort|tillverka|byggd|byggt|sydd|sytt|made|built|sewn)\p{L}*$/u
const MATERIAL = 0.35
/** 'Made of recycled wind turbine blades' says four words of what it is made. */
const REACH_OF_MATERIAL = 6
const WITHOUT = new Set('utan without ej inga inget ingen no not inte slippa undvika avoid'.split(' '))
const INSTEAD = /^(?:ersätt\p{L}*|replac\p{L}*|istället|stället|instead|alternativ\p{L}*|substitut\p{L}*)$/u
/** 'köttfri', 'meat-free': the word names what is not there. */
const FREE_OF = /^\p{L}{3,}(?:fri|fria|fritt|free)$/u
/** 'förarlös', 'fossilfri': what is lacking is no part of the thing. */
const LACKING = /^\p{L}{3,}(?:lös|lösa|löst|fri|fria|fritt)$/u
const HYPHEN_FREE = /(?<!\p{L})\p{L}+-free(?!\p{L})/giu
const FREE = new Set('fri fria fritt free'.split(' '))
const FROM = new Set('från of from'.split(' '))

/** `asWritten`: an unknown word stays unknown, since no one in haste wrote the text. */
export function readTokens({ title, text }: Text, vocabulary: Vocabulary, asWritten = false): Token[] {
  const reader = new Reader(vocabulary, leaningOf({ title, text }) !== 'en', asWritten ? 0 : MOST_CORRECTED)
  const inTitle = [...reader.read(readable(title), IN_TITLE, true)]
  const alone = inTitle.every(({ readings }) => readings.every(isNoThing))
  return [...inTitle, ...reader.read(readable(text), alone ? IN_TEXT_ALONE : IN_TEXT, false, alone)]
}

const isNoThing = ({ stem, how, quality }: Reading): boolean => how === 'part' || quality === true || isGeneric(stem)

/** Which language's words to trust; undefined where the text does not show it. */
export function leaningOf({ title, text }: Text): Language | undefined {
  const words = wordsIn(`${title} ${text}`)
  const swedish =
    words.filter((word) => COMMON_SWEDISH.has(word) && !COMMON_ENGLISH.has(word)).length +
    words.filter((word) => /[åäö]/.test(word)).length
  const english = words.filter((word) => COMMON_ENGLISH.has(word) && !COMMON_SWEDISH.has(word)).length
  if (swedish > 2 * english) return 'sv'
  return english > 2 * swedish ? 'en' : undefined
}

class Reader {
  private readonly seen = new Map<string, readonly Reading[]>()
  private corrected = 0
  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly compounds: boolean,
    private readonly mostCorrected: number,
  ) {}

  *read(text: string, weight: number, inTitle: boolean, telling = inTitle): Iterable<Token> {
    const told = writtenWordsIn(withoutAudience(text.replace(HYPHEN_FREE, ' ')))
    const words = told.map(({ word }) => word)
    const names = namesIn(text)
    const acts = activitiesOn(words)
    let said = false
    for (const [at, word] of words.entries()) {
      if (!isContent(word) || (FREE_OF.test(word) && !isQuality(word))) continue
      const before = words.slice(Math.max(0, at - 3), at)
      if (isWithout(before) || isVerb(word, before.at(-1) ?? '')) continue
      const readings = names.has(word) ? this.wholeOf(word) : this.readingsOf(word)
      if (readings.length === 0) continue
      const material = said && isMaterial(words.slice(Math.max(0, at - REACH_OF_MATERIAL), at))
      const share = material ? MATERIAL : said ? placeShare(before) : 1
      const purpose = said && (material || isPurpose(before))
      said ||= readings.some(({ stem }) => !isGeneric(stem))
      yield {
        word,
        written: told[at]!.written,
        readings: acts[at] ? readings.map((reading) => ({ act: acts[at]!, ...reading })) : readings,
        weight: weight * shareOf(word, before) * share,
        before: before.map(stemOf),
        instead: isInstead(before),
        inTitle,
        telling,
        purpose,
      }
    }
  }

  /** A name is neither taken apart nor corrected: 'Dragarbrunnsgatan' is no street work. */
  private wholeOf(word: string): readonly Reading[] {
    const stem = stemOf(word)
    return this.vocabulary.stems.has(stem) ? [{ stem, how: 'whole', share: 0.6 }] : []
  }

  private readingsOf(word: string): readonly Reading[] {
    let readings = this.seen.get(word)
    if (!readings) this.seen.set(word, (readings = this.worked(word)))
    return readings
  }

  private worked(word: string): readonly Reading[] {
    const { stems } = this.vocabulary
    const stem = knownStem(word, stems)
    const verb = ofVerb(word, stem)
    if (verb) return [verb]
    const parts = this.compounds && word.length >= 5 && !LACKING.test(word) ? partsOf(word, stems) : []
    if (stems.has(stem))
      return [{ stem, how: 'whole', share: 1, quality: isQuality(word) }, ...partReadings(word, parts, 0.3, 0.4)]
    if (parts.length) return partReadings(word, parts, 0.5, 0.75)
    const meant = this.corrected < this.mostCorrected ? this.meantBy(word) : undefined
    if (meant) return [{ stem: stemOf(meant), how: 'spelled', share: word.length < SURELY_MEANT ? 0.5 : 0.75 }]
    if (!this.compounds) return []
    const end = knownEndOf(word, stems)
    if (end && !isGeneric(end)) return [{ stem: end, how: 'part', share: 0.5 }]
    const beginning = word.length >= 9 ? knownBeginningOf(word, stems) : undefined
    return beginning ? [{ stem: beginning, how: 'part', share: 0.4 }] : []
  }

  private meantBy(word: string): string | undefined {
    this.corrected++
    return this.vocabulary.spelling.nearest(word)
  }
}

/** 'Drönare som flyger', 'att rätta prov': a verb is no thing, and of verbs only the acts say what is bought. */
const isVerb = (word: string, last: string): boolean =>
  nounOfVerb(word) === undefined &&
  ((last === 'som' && /r$/u.test(word)) ||
    (last === 'att' && /a$/u.test(word)) ||
    (last === 'that' && /s$/u.test(word)))

/** How much a word weighs by what leads to it, once something has been named; 'kurs i' leads to what it teaches. */
function placeShare(before: readonly string[]): number {
  const isPlace = (word: string, at: number) => AT.has(word) && !activityNamed(before[at - 1] ?? '')
  return before.some((word, at) => FOR.has(word) || WITH.has(word) || isPlace(word, at)) ? PURPOSE : 1
}

/** 'av återvunnen plast', 'made of wood', up to where something else is told of it. */
function isMaterial(before: readonly string[]): boolean {
  const of = before.findLastIndex((word) => OF.has(word) || FROM.has(word))
  if (of < 0 || !(MADE_OF.test(before[of + 1] ?? '') || MADE.test(before[of - 1] ?? ''))) return false
  return !before.slice(of).some((word) => FOR.has(word) || AT.has(word) || WITH.has(word) || WHICH.has(word))
}

/** 'till' and 'to' may lead to a verb or a place; what stands after 'of' is again the thing. */
const isPurpose = (before: readonly string[]): boolean =>
  before.slice(before.findLastIndex((word) => OF.has(word)) + 1).some((word) => MEANT_FOR.has(word))

/** 'ersätter köttfärs i skolkök' is in place of the mince, not of the kitchen. */
function isInstead(before: readonly string[]): boolean {
  const at = before.findLastIndex((earlier) => INSTEAD.test(earlier))
  return (
    at >= 0 &&
    !before
      .slice(at)
      .some((word) => AT.has(word) || (FOR.has(word) && word !== 'to' && word !== 'till' && word !== 'for'))
  )
}

/** 'utan kött', 'free from milk'. */
function isWithout(before: readonly string[]): boolean {
  const [last = '', earlier = ''] = [...before].reverse()
  return WITHOUT.has(last) || (FROM.has(last) && FREE.has(earlier))
}

const PERSONS = /^(?:person(?:er|s)?|människor|patienter|people|patients|those)$/u
/** 'Personer med demens' says who they are. */
function isWhatPeopleHave(before: readonly string[]): boolean {
  const [last = '', earlier = ''] = [...before].reverse()
  return (last === 'med' || last === 'with') && PERSONS.test(earlier)
}

/** 'Bord för förskolor' are tables; 'drift av äldreboende' is the running of a home. */
function shareOf(word: string, before: readonly string[]): number {
  const stem = stemOf(word)
  if (isWhatPeopleHave(before)) return AUDIENCE
  if (!isPeopleWord(word)) return 1
  const near = before.slice(before.findLastIndex((earlier) => OF.has(earlier)) + 1)
  if (near.some((earlier) => FOR.has(earlier)) || near.slice(-2).some((earlier) => AT.has(earlier))) return AUDIENCE
  return isUnitStem(stem) ? 1 : PEOPLE
}

/**
 * The last part of a Swedish compound says what the thing is; the parts before it, which kind. Where the last part says
 * nothing ('måleriarbeten'), those before it do.
 */
function partReadings(word: string, parts: readonly string[], head: number, tail: number): Reading[] {
  const empty = parts.length > 0 && isGeneric(parts.at(-1)!)
  const [first, last] = empty ? [0.8, 0.2] : [head, tail]
  const act = activityNamed(word)
  return parts.map((stem, at) =>
    at === parts.length - 1
      ? { stem, how: 'part', share: last }
      : { stem, how: 'part', share: first, quality: isQualityPart(stem), ...(act ? { act } : {}) },
  )
}

/** 'skrivarna' are printers where we know 'skrivare'; a stem alone cannot tell them from a form of 'skriv'. */
function knownStem(word: string, stems: ReadonlySet<string>): string {
  const agent = /^(.{3,}ar)nas?$/.exec(word)
  return agent && stems.has(`${agent[1]!}e`) ? `${agent[1]!}e` : stemOf(word)
}

/** A verb of an act says what its noun says; forms that share its stem need no table. */
function ofVerb(word: string, stem: string): Reading | undefined {
  const noun = nounOfVerb(word)
  return noun && stemOf(noun) !== stem ? { stem: stemOf(noun), how: 'spelled', share: 0.9 } : undefined
}

/** Words written with a capital inside a sentence, in a text that is not all titles. */
function namesIn(text: string): ReadonlySet<string> {
  const inside = [...text.matchAll(/(?<=[\p{Ll}\d,&–-]\s+|[\p{L}\p{N}]\s)(\p{Lu}\p{Ll}{2,}[\p{L}]*)/gu)].map(([word]) =>
    word.toLowerCase(),
  )
  const small = text.match(/(?<![\p{L}])\p{Ll}{4,}/gu)?.length ?? 0
  return new Set(small >= inside.length && small > 0 ? inside : [])
}
