/**
 * What is done to a thing. 'Konsulttjänster inom ventilation' are advice, 'byte av hissar' are works, and 'drones that
 * inspect bridges' build none: the act decides before the thing it is done to. An act shifts the ranking and is no
 * reason of its own.
 */
import type { Code } from './cpv.js'
import { wordsIn } from './tokens.js'

export interface Activity {
  readonly nouns: RegExp
  /** Forms of the verb, each read as the noun that stands last ('inspects' as 'inspection'). */
  readonly verbs?: readonly (readonly string[])[]
  /** Divisions where the act itself is bought, and those that go well with it. */
  readonly home: readonly string[]
  readonly near: readonly string[]
}

/** The end of a Swedish word or a whole English one. */
const named = (ends: string, whole: string): RegExp => new RegExp(`^(?:\\p{L}*(?:${ends})|${whole})$`, 'u')
const list = (text: string): string[] => text.split(' ')

const ACTS: readonly Activity[] = [
  {
    nouns: named('konsult\\p{L}*|rådgivning|utredning(?:ar)?|projektering', 'consult\\p{L}*|advisory|advice'),
    verbs: [list('projekterar projektera projektering'), list('utreder utreda utredning')],
    home: ['71', '72', '79'],
    near: ['66', '73', '75', '80', '85', '90', '98'],
  },
  {
    nouns: named('besiktning(?:ar)?|inspektion(?:er)?', 'inspections?'),
    verbs: [
      list('inspekterar inspektera inspekteras besiktar besikta besiktigar besiktiga inspektion'),
      list('inspect inspects inspecting inspected inspection'),
    ],
    home: ['71', '72', '79'],
    near: ['66', '73', '75', '80', '85', '90', '98'],
  },
  {
    nouns: named('underhåll|underhålls\\p{L}+|reparation(?:er)?|service(?:arbeten|avtal)?', 'maintenance|repairs?'),
    verbs: [
      list('underhåller underhålla underhåll'),
      list('reparerar reparera reparation'),
      list('maintain maintains maintaining maintenance'),
      list('repairing repair'),
    ],
    home: ['50'],
    near: ['45', '51', '55', '60', '64', '70', '71', '72', '77', '79', '85', '90', '98'],
  },
  {
    nouns: named(
      'entreprenad(?:er)?|byggnad|byggnation|renovering|installation(?:er)?|anläggande|rivning',
      'byte|utbyte|byggande|construction|renovation|installation',
    ),
    home: ['45'],
    near: ['50', '51', '71', '77', '90'],
  },
  {
    nouns: named('utbildning(?:ar)?|kurser|kurs', 'training|courses?'),
    verbs: [list('utbildar utbilda utbildning'), list('teaches teaching')],
    home: ['80'],
    near: ['48', '72', '79', '85'],
  },
  {
    nouns: named('programvara|verksamhetssystem|applikation|mjukvara', 'software|app|appen'),
    home: ['48', '72'],
    near: ['79', '80'],
  },
]

/** What only verbs show, or what shifts too little in a title to count for all of it: it counts for its object. */
const ACTS_ON_OBJECTS: readonly Activity[] = [
  {
    nouns: named('städning|rengöring|sanering', 'cleaning'),
    verbs: [list('städar städa städning'), list('rengör rengöra rengöring'), list('cleans cleaning')],
    home: ['90'],
    near: ['50', '77', '98'],
  },
  {
    nouns: named('tvätt', 'laundering|washing'),
    verbs: [list('tvättar tvätta tvätt'), list('washes laundry')],
    home: ['98'],
    near: ['39', '42', '50', '90'],
  },
  {
    nouns: named('transport(?:er)?|frakt', 'transport|transportation|carriage'),
    verbs: [list('transporterar transportera fraktar frakta transport'), list('transports transporting transport')],
    home: ['60'],
    near: ['34', '35', '50', '63', '64', '79', '85', '90', '98'],
  },
  {
    nouns: named('gestaltning|formgivning', 'design'),
    verbs: [list('designar designa formger gestaltning'), list('designs designing design')],
    home: ['71', '79'],
    near: ['45', '72'],
  },
  {
    nouns: named('övervakning|mätning|monitorering', 'monitoring|surveillance|measurement|detection'),
    verbs: [
      list('övervakar övervaka övervakning'),
      list('räknar räkna mäter mäta upptäcker upptäcka mätning'),
      list('monitors monitoring'),
      list('measures counts detects measurement'),
    ],
    home: ['38', '48', '71', '79'],
    near: ['32', '33', '35', '50', '65', '72', '90'],
  },
  {
    nouns: named('insamling|återvinning', 'collection|recycling'),
    verbs: [list('återvinner återvinna återvinning'), list('recycles recycling'), list('collects collection')],
    home: ['90'],
    near: ['34', '44', '60', '64', '79', '98'],
  },
  {
    nouns: named('planering|schemaläggning', 'planning|scheduling'),
    verbs: [list('planerar planera schemalägger planering'), list('plans schedules planning')],
    home: ['48', '72'],
    near: ['60', '63', '71', '79', '85'],
  },
]

const ALL = [...ACTS, ...ACTS_ON_OBJECTS]
const VERBS: ReadonlyMap<string, { readonly act: Activity; readonly noun: string }> = new Map(
  ALL.flatMap((act) =>
    (act.verbs ?? []).flatMap((forms) => forms.slice(0, -1).map((form) => [form, { act, noun: forms.at(-1)! }])),
  ),
)

/** The noun that a verb of an act is read as. */
export const nounOfVerb = (word: string): string | undefined => VERBS.get(word)?.noun

const OF = new Set(list('av of'))
/** Where what the act is done to has been said. */
const ENDS = new Set(
  list(
    'för till åt med i på inom hos vid från som genom när så utan for to with by in on at from using that which via',
  ),
)
/** An object and its neighbours: 'bridges and roofs'. */
const REACH = 4

/** For each word, the act that is done to it: 'inspects bridges', 'besiktning av broar'. */
export function activitiesOn(words: readonly string[]): readonly (Activity | undefined)[] {
  const found: (Activity | undefined)[] = words.map(() => undefined)
  words.forEach((word, at) => {
    const verb = VERBS.get(word)
    const act = verb?.act ?? activityNamed(word)
    const from = verb ? at + 1 : OF.has(words[at + 1] ?? '') ? at + 2 : undefined
    if (!act || from === undefined) return
    for (let on = from; on < from + REACH && on < words.length && !ENDS.has(words[on]!); on++) found[on] ??= act
  })
  return found
}

/** 'besiktning', and the end of 'brobesiktning'. */
export const activityNamed = (word: string): Activity | undefined => ALL.find(({ nouns }) => nouns.test(word))

const HOME = 1.15
const ELSEWHERE = 0.75
const OBJECT = 0.35

/** How much of a code is left where it is only what the act is done to: a bridge is not built by inspecting it. */
export function objectFactor(act: Activity | undefined, code: Code): number {
  if (!act) return 1
  const division = code.slice(0, 2)
  return act.home.includes(division) || act.near.includes(division) ? 1 : OBJECT
}

/** How much a code gains or loses by the acts that the title names. */
export function activityFactorOf({ title }: { readonly title: string }): (code: Code) => number {
  const words = wordsIn(title)
  const acts = ACTS.filter(({ nouns }) => words.some((word) => nouns.test(word)))
  return (code) => {
    if (acts.length === 0) return 1
    const division = code.slice(0, 2)
    if (acts.some(({ home }) => home.includes(division))) return HOME
    return acts.some(({ near }) => near.includes(division)) ? 1 : ELSEWHERE
  }
}
