/** Openings: where an idea could enter what is bought. Pure; every point given has a reason a reader sees. */
import {
  categoryOf,
  isCollective,
  isWithin,
  labelOf,
  sharedMeanings,
  sharedWords,
  tellingWords,
  type Code,
  type Meanings,
  type MeaningWeight,
  type Relation,
  type SharedMeaning,
  type SharedWord,
} from '../categories/index.js'
import { daysBetween, type Day } from '../kit/day.js'
import { say, type Language, type Message } from '../kit/words/index.js'
import { KIN, waysIn, type Confirmed, type Kin, type Way } from './kin.js'
import { renewalOf, type Renewal, type Term } from './renewal.js'

export interface Candidate {
  readonly title: string
  readonly category: Code
  readonly dynamicSystem: boolean
  readonly sector: string
  readonly terms: readonly Term[]
}

/** How much a reason counts; what is only told counts for nothing. */
export type Weight = 'heavy' | 'medium' | 'light' | 'told'
/** A sentence the reader sees, with the rule that gave it, how much it weighs and which confirmed category it rests on. */
export type Because = Message & {
  readonly rule: 'category' | 'words' | 'meaning' | 'breadth' | 'renewal' | 'dynamic' | 'sector'
  readonly weight: Weight
  readonly points: number
  readonly category?: Code
}

export interface Judged {
  /** For ordering only. The sum of what the reasons give. */
  readonly points: number
  readonly because: readonly Because[]
  readonly renewal: Renewal
  /** Near enough to be an opening; otherwise it is only the nearest thing. */
  readonly opening: boolean
}

/** Less than this is too roundabout to be an opening. */
const LEAST = 2
const WHOLE_WORD = 3
const PART_OF_WORD = 1.5
const TEXT_WORD = 0.5
const MOST_FOR_WORDS = 5
/** More, with the words, than the very category: who names the thing means it, whatever code was chosen. */
const WHOLE_TITLE = 4
/** 'Reused' and 'återbrukade'; less where every second title has it ('digital'). A word of the text counts as any. */
const SAME_MEANING: Readonly<Record<MeaningWeight, number>> = { telling: 2, act: 1, slight: 0.5 }
const MOST_FOR_MEANINGS = 3
const SOON_DAYS = 730
const RENEWAL = { soon: 2, ended: 2, later: 1 }
const BREADTH = 1
const DYNAMIC = 2
const RIGHT_SECTOR = 1
const WRONG_SECTOR = -2
const SECTORS = ['municipality', 'region', 'state']

export interface Asked {
  readonly confirmed: readonly Confirmed[]
  /** What the idea is about, without words for the people served: as its title says it, and as its text does. */
  readonly titleWords: readonly string[]
  readonly textWords: readonly string[]
  /** Of them, those whose meaning is known in the other language too. */
  readonly titleMeanings: Meanings
  readonly textMeanings: Meanings
  /** The kinds of buyer that run the service, where the text names one. */
  readonly sectors: readonly string[]
  readonly today: Day
  /** Of the category names in the reasons. */
  readonly language: Language
}

/** How well a procurement fits what is asked: its best category, then what speaks for it. */
export function judge(candidate: Candidate, asked: Asked): Judged {
  const ways = waysIn(candidate.category, asked.confirmed)
  const words = sharedWords(candidate.title, asked.titleWords)
  const named = saysCategory(candidate, asked.confirmed)
  const renewal = renewalOf(candidate.terms, asked.today)
  const because = [
    ...ways
      .filter((way, at) => at === 0 || (at === 1 && way.points >= LEAST))
      .map((way, at) => ofCategory(way, candidate.category, at === 0, asked.language)),
    ...ofWords(candidate.title, words, asked),
    ...ofMeanings(candidate.title, words, asked),
    ...(named ? [ofBreadth(ways[0])] : []),
    ...ofRenewal(renewal, asked.today),
    ...(candidate.dynamicSystem ? [reason('dynamic', DYNAMIC, say('fit.because.dynamic'))] : []),
    ...ofSector(candidate.sector, asked.sectors),
  ]
  return {
    points: because.reduce((sum, one) => sum + one.points, 0),
    because,
    renewal,
    opening: ways.some((way) => isWayIn(way, words.length > 0, named)),
  }
}

function isWayIn({ kin, relation, points }: Way, saysIdea: boolean, saysCategory: boolean): boolean {
  const { enough } = KIN[kin]
  if (enough === 'never' || points < LEAST) return false
  if (enough === 'with words') return saysIdea
  if (enough === 'alone' && (isDirect(relation) || kin === 'same' || kin === 'within')) return true
  // What only brings the idea must be for just that: a whole group of services is too much to read into a name.
  return saysIdea || (saysCategory && (enough === 'alone' || relation !== 'served-as'))
}

const isDirect = (relation: Relation): boolean => relation === 'is' || relation === 'replaces'

/**
 * 'Livsmedel, fullsortiment' in the category of food: the whole of it is meant, not only a code chosen in haste. A word
 * that only names another part of it ('läkemedel' of 'medicinsk utrustning, läkemedel och hygienartiklar') does not.
 */
function saysCategory({ title, category }: Candidate, confirmed: readonly Confirmed[]): boolean {
  const said = sharedWords(title, wordsOfName(category)).filter(({ thing }) => thing)
  const { children } = categoryOf(category)
  const held = children.filter((child) => confirmed.some(({ code }) => isWithin(code, child)))
  if (held.length === 0) return said.length > 0
  const others = children.filter((child) => !held.includes(child) && !isCollective(child))
  const isAbout = ({ word }: SharedWord, part: Code) => sharedWords(word, wordsOfName(part)).some(({ whole }) => whole)
  return said.some((word) => held.some((part) => isAbout(word, part)) || !others.some((part) => isJust(word, part)))
}

/** 'Läkemedel' is just 'läkemedel', and 'animaliska livsmedel' not just 'livsmedel'. */
const isJust = ({ word }: SharedWord, part: Code): boolean =>
  nameOf(part, 'sv')
    .split(/,| och | samt /)
    .map(tellingWords)
    .some((item) => item.length === 1 && sharedWords(word, item).some(({ whole }) => whole))

/** Hundreds of contracts stand in one category, whose name needs to be read once. */
const wordsOfNames = new Map<Code, readonly string[]>()
function wordsOfName(category: Code): readonly string[] {
  const known = wordsOfNames.get(category)
  if (known) return known
  const words = tellingWords(`${nameOf(category, 'sv')} ${nameOf(category, 'en')}`)
  wordsOfNames.set(category, words)
  return words
}

/** What a division lists after a colon are its parts: 'recruitment' does not mean all business services. */
function nameOf(category: Code, language: Language): string {
  const label = labelOf(category, language)
  return categoryOf(category).level === 'division' ? label.split(':')[0]! : label
}

const reason = (rule: Because['rule'], points: number, sentence: Message, category?: Code): Because => ({
  ...sentence,
  rule,
  points,
  weight: weightOf(Math.abs(points)),
  ...(category ? { category } : {}),
})

const weightOf = (points: number): Weight =>
  points >= 5 ? 'heavy' : points >= 2 ? 'medium' : points > 0 ? 'light' : 'told'

/** Where the whole of something larger is at stake, its name says more than that the code was not chosen in haste. */
const ofBreadth = (way: Way | undefined): Because => {
  const whole = way !== undefined && WHOLES.includes(way.kin) ? 'yes' : 'no'
  return reason('breadth', BREADTH, say('fit.because.breadth', { whole }))
}
const WHOLES: readonly Kin[] = ['holds', 'above', 'wide', 'division', 'collective']

/** Only the best way in gives points; a second one is told without being counted. */
function ofCategory(
  { kin, relation, code, points }: Way,
  contract: Code,
  counts: boolean,
  language: Language,
): Because {
  const labels = { contract: labelOf(contract, language), idea: labelOf(code, language) }
  return reason(
    'category',
    counts ? points : 0,
    say('fit.because.category', { kin, relation: relation === 'served-as' ? 'servedAs' : relation, ...labels }),
    code,
  )
}

function ofWords(title: string, inTitle: readonly SharedWord[], asked: Asked): Because[] {
  const others = sharedWords(title, asked.textWords).filter(({ word }) => !inTitle.some((one) => one.word === word))
  const all = [...inTitle, ...others].map(({ word }) => word)
  if (all.length === 0) return []
  const points = inTitle.reduce(
    (sum, { whole }) => sum + (whole ? WHOLE_WORD : PART_OF_WORD),
    TEXT_WORD * others.length,
  )
  const words = all.slice(0, 4).join(', ')
  if (isAllOfTitle(title, inTitle, asked))
    return [reason('words', Math.min(MOST_FOR_WORDS, points) + WHOLE_TITLE, say('fit.because.wholeTitle', { words }))]
  return [reason('words', Math.min(MOST_FOR_WORDS, points), say('fit.because.words', { words }))]
}

/** 'Läkemedelsrobot', 'Återbrukade möbler': the title says the idea and nothing else. One thing of it stands as it is. */
function isAllOfTitle(title: string, shared: readonly SharedWord[], asked: Asked): boolean {
  if (!shared.some(({ whole, thing }) => whole && thing)) return false
  const meant = sharedMeanings(title, asked.titleMeanings)
  return tellingWords(title).every(
    (word) => shared.some((one) => one.word === word && one.thing) || meant.some((one) => one.word === word),
  )
}

/** It orders contracts and never makes one an opening: 'reused' may be said of anything. */
function ofMeanings(title: string, counted: readonly SharedWord[], asked: Asked): Because[] {
  const isNew = ({ word }: SharedMeaning) => !counted.some((one) => one.word === word)
  const inTitle = sharedMeanings(title, asked.titleMeanings).filter(isNew)
  const inText = sharedMeanings(title, asked.textMeanings)
    .filter(isNew)
    .filter(({ word, weight }) => weight !== 'slight' && !inTitle.some((one) => one.word === word))
  if (inTitle.length + inText.length === 0) return []
  const points = inTitle.reduce((sum, { weight }) => sum + SAME_MEANING[weight], TEXT_WORD * inText.length)
  const pairs = [...inTitle, ...inText].map(({ idea, word }) => (idea === word ? word : `${idea} ↔ ${word}`))
  const sentence = say('fit.because.meaning', { pairs: pairs.slice(0, 4).join(', ') })
  return [reason('meaning', Math.min(MOST_FOR_MEANINGS, points), sentence)]
}

/** An unknown end neither helps nor harms. */
function ofRenewal(renewal: Renewal, today: Day): Because[] {
  if (renewal.kind === 'unknown') return []
  if (renewal.kind === 'ended') return [reason('renewal', RENEWAL.ended, say('fit.because.renewal', { when: 'ended' }))]
  const when = daysBetween(today, renewal.endsOn) <= SOON_DAYS ? 'soon' : 'later'
  return [reason('renewal', RENEWAL[when], say('fit.because.renewal', { when }))]
}

function ofSector(sector: string, sectors: readonly string[]): Because[] {
  if (sectors.includes(sector)) return [reason('sector', RIGHT_SECTOR, say('fit.because.sector', { sector }))]
  if (sectors.length === 0 || !SECTORS.includes(sector)) return []
  return [reason('sector', WRONG_SECTOR, say('fit.because.otherSector', { sector }))]
}
