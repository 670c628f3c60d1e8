/**
 * The people a thing is for. 'Bord för förskolor' is bought as tables: who sits at them says which units and which
 * kind of buyer it concerns, not what is bought. Hence people are read apart, and their words count little towards a
 * category.
 */
import { partsOf } from './compounds.js'
import { readable, stemOf, wordsIn } from './tokens.js'

export type People =
  | 'preschool'
  | 'school'
  | 'adult-students'
  | 'elderly'
  | 'disabled'
  | 'patients'
  | 'children'
  | 'newcomers'
  | 'clients'
  | 'jobseekers'
  | 'inmates'
  | 'travellers'
  | 'residents'
  | 'staff'
/** Which kind of buyer runs the units that serve them in Sweden. */
export type Sector = 'municipality' | 'region' | 'state'
export interface PeopleServed {
  readonly people: People
  readonly sectors: readonly Sector[]
  /** The reader's own words that showed it. */
  readonly words: readonly string[]
}

const WORDS: readonly (readonly [People, readonly Sector[], string])[] = [
  [
    'preschool',
    ['municipality'],
    `förskola förskolor förskole förskolebarn dagis småbarn preschool preschools kindergarten nursery
     nurseries toddlers`,
  ],
  [
    'school',
    ['municipality'],
    `skola skolor skol skolbarn elev elever klassrum gymnasium gymnasieskola grundskola grundskolor
     fritidshem lågstadiet högstadiet school schools pupil pupils classroom classrooms`,
  ],
  [
    'adult-students',
    ['municipality', 'state'],
    `student studenter universitet högskola högskolor vuxenstuderande university universities students
     college`,
  ],
  [
    'elderly',
    ['municipality'],
    `äldre äldreboende äldreboenden äldreomsorg äldreomsorgen seniorer senior pensionärer åldringar
     dementa demenssjuka elderly seniors elders pensioners hemtjänst`,
  ],
  [
    'disabled',
    ['municipality', 'region'],
    `funktionsnedsättning funktionsnedsättningar funktionsnedsatta funktionshinder handikappade
     synskadade hörselskadade blinda döva lss disabled disability disabilities blind deaf`,
  ],
  [
    'patients',
    ['region'],
    `patient patienter patienterna sjukhus vårdcentral vårdcentraler sjukvård vårdavdelning
     akutmottagning patients hospital hospitals ward wards clinics`,
  ],
  ['children', ['municipality', 'region'], 'barn ungdom ungdomar tonåringar unga child kids teenagers adolescents'],
  [
    'newcomers',
    ['municipality', 'state'],
    'nyanlända flyktingar invandrare asylsökande refugees newcomers immigrants migrants',
  ],
  ['clients', ['municipality'], 'klient klienter biståndstagare'],
  ['jobseekers', ['municipality', 'state'], 'arbetssökande arbetslösa långtidsarbetslösa jobseekers unemployed'],
  [
    'inmates',
    ['state'],
    `intagna häkte häkten fängelse fängelser kriminalvård anstalt anstalter inmates prison prisons
     prisoners`,
  ],
  [
    'travellers',
    ['region', 'state'],
    'resenär resenärer pendlare pendlarna passagerare passagerarna travellers travelers commuters passengers',
  ],
  [
    'residents',
    ['municipality', 'region', 'state'],
    `invånare invånarna medborgare medborgarna boende hyresgäster hushåll kommuninvånare citizens residents inhabitants tenants
     households`,
  ],
  [
    'staff',
    ['municipality', 'region', 'state'],
    `medarbetare medarbetarna personal anställda kollegor personalen undersköterskor lärare lärarna sjuksköterskor vaktmästare
     staff employees workers teachers nurses`,
  ],
]

interface Entry {
  readonly people: People
  readonly sectors: readonly Sector[]
}
const byStem: ReadonlyMap<string, Entry> = new Map(
  WORDS.flatMap(([people, sectors, words]) =>
    words.split(/\s+/).map((word) => [stemOf(word), { people, sectors }] as const),
  ),
)
/** Words that only together name a people. */
const phrase = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'giu')
const PHRASES: readonly (readonly [RegExp, People])[] = [
  [phrase('(?:old|older) (?:people|adults|persons)|(?:care|nursing) homes?|home care'), 'elderly'],
  [phrase('särskil(?:t|da) boenden?|äldre (?:personer|människor)'), 'elderly'],
  [phrase('pre-?\\s?schools?|day ?care'), 'preschool'],
  [phrase('socialtjänsten?|socialkontoret?|social services'), 'clients'],
  [phrase('with disabilit(?:y|ies)|personlig assistans'), 'disabled'],
]

/** Also a compound of people only: 'hemtjänstpersonal'. */
export const isPeopleWord = (word: string): boolean => byStem.has(stemOf(word)) || partsOf(word, byStem, 2).length > 0

/** 'skol', also where it only begins a compound: 'skolmöbler'. */
export const isPeopleStem = (stem: string): boolean => byStem.has(stem)

/** Units also bought as a service: people served after a preposition ('i hemtjänsten'), a category otherwise. */
const UNITS: ReadonlySet<string> = new Set(
  `hemtjänst äldreboende äldreboenden äldreomsorg äldreomsorgen sjukhus vårdcentral vårdcentraler sjukvård lss
   hospital hospitals`
    .split(/\s+/)
    .map(stemOf),
)
export const isUnitStem = (stem: string): boolean => UNITS.has(stem)

const BEFORE = '(?<!\\p{L})(?:för|till|åt|hos|på|i|for|to|in|at|on)\\s+(?:the\\s+)?'
const AUDIENCES = PHRASES.map(([phrase]) => new RegExp(`${BEFORE}(?:${phrase.source})`, 'giu'))
/** The text without phrases that only say who is served ('for care homes'). */
export const withoutAudience = (text: string): string =>
  AUDIENCES.reduce((left, audience) => left.replace(audience, ' '), text)

export function peopleServedIn(text: string): PeopleServed[] {
  const found = new Map<People, Set<string>>()
  for (const [phrase, people] of PHRASES) {
    for (const [words] of readable(text).matchAll(phrase)) note(found, people, words.toLowerCase())
  }
  for (const word of wordsIn(text)) {
    const whole = byStem.get(stemOf(word))
    const entries = whole ? [whole] : partsOf(word, byStem, 2).flatMap((part) => byStem.get(part) ?? [])
    // In a compound whose other part we do not know ('skolmåltider'), the people stand first.
    const first = whole || entries.length ? undefined : beginningOf(word)
    for (const { people } of first ? [first] : entries) note(found, people, word)
  }
  return [...found].map(([people, words]) => ({ people, sectors: sectorsOf(people), words: [...words] }))
}

const BEGINNINGS: readonly (readonly [string, People])[] = [
  ['förskole', 'preschool'],
  ['skol', 'school'],
  ['elev', 'school'],
  ['klassrums', 'school'],
  ['äldre', 'elderly'],
  ['patient', 'patients'],
  ['sjukhus', 'patients'],
  ['barn', 'children'],
  ['ungdoms', 'children'],
  ['personal', 'staff'],
]
function beginningOf(word: string): Entry | undefined {
  const people = BEGINNINGS.find(([start]) => word.startsWith(start) && word.length >= start.length + 3)?.[1]
  return people && { people, sectors: sectorsOf(people) }
}

const sectorsOf = (people: People): readonly Sector[] => WORDS.find(([name]) => name === people)?.[1] ?? []

function note(found: Map<People, Set<string>>, people: People, word: string): void {
  const words = found.get(people)
  if (words) words.add(word)
  else found.set(people, new Set([word]))
}
