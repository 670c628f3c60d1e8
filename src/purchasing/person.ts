/**
 * Whether a supplier is a company or a natural person. A sole trader's firm is the person: the name is personal data and
 * is never published by itself. Where neither is known, only a firm that cannot well be one person is let through.
 *
 *   personOf({ name: 'Lomberg, Karin (Kajans Hembageri)' })   // unknown, may not be published
 */
import { say, type Message } from '../kit/words/index.js'
import { GIVEN_NAMES } from './given-names.js'
import { sizeOf } from './sizes.js'

export interface Named {
  readonly name: string
  readonly organisationNumber?: string | undefined
  readonly size?: string | undefined
}
export interface Personhood {
  readonly kind: 'company' | 'person' | 'unknown'
  readonly mayPublish: boolean
  readonly because: Message
}

export function personOf({ name, organisationNumber, size }: Named): Personhood {
  if (organisationNumber && isBirthNumber(organisationNumber)) return person(say('purchasing.person.birthNumber'))
  if (organisationNumber && isCompanyNumber(organisationNumber)) return company(say('purchasing.person.number'))
  const sole = SOLE.exec(name)?.[0]
  if (sole) return person(say('purchasing.person.soleTrader', { words: sole }))
  const form = FORM.exec(name)?.[0].trim()
  if (form) return company(say('purchasing.person.form', { form }))
  const given = wordsOf(name).find((word) => GIVEN_NAMES.has(word))
  if (given) return unknown(false, say('purchasing.person.givenName', { name: given }))
  if (INITIALS.test(name)) return unknown(false, say('purchasing.person.initials'))
  if (size && LARGER.test(size)) return unknown(true, say('purchasing.person.larger', { size: sizeOf(size) ?? size }))
  return unknown(false, say('purchasing.person.unknown'))
}

/**
 * What is known of one supplier from two tellings: a company's number settles it, otherwise the more careful answer stands.
 */
export function stricter(one: Personhood, other: Personhood): Personhood {
  return caution(other) > caution(one) ? other : one
}

const NUMBERED = 'purchasing.person.number'
const caution = ({ kind, mayPublish, because }: Personhood): number => {
  if (because.key === NUMBERED) return 4
  if (kind === 'person') return 3
  return mayPublish ? Number(kind === 'unknown') : 2
}

const company = (because: Message): Personhood => ({ kind: 'company', mayPublish: true, because })
const person = (because: Message): Personhood => ({ kind: 'person', mayPublish: false, because })
const unknown = (mayPublish: boolean, because: Message): Personhood => ({ kind: 'unknown', mayPublish, because })

/**
 * Digits three and four of a Swedish organisation number are at least 20, so that none is read as a personal identity
 * number, which has a month there (act 1974:174 on identity designations of legal persons, section 1).
 */
const isCompanyNumber = (digits: string): boolean => /^\d{2}[2-9]\d{7}$/.test(digits)
const isBirthNumber = (digits: string): boolean => /^(19|20)?\d{2}(0[1-9]|1[0-2])\d{6}$/.test(digits)

const between = (inner: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${inner})(?![\\p{L}\\p{N}])`, 'iu')

const SOLE = between('enskild (?:firma|näringsidkare)|enskilt bolag|ensk\\.? ?firma|e\\.f\\.|med firma|sole trader')

/** Legal forms that a name must carry, or bodies that are never one person: Swedish first, then abroad. */
const FORM = between(
  [
    'ab|\\p{L}*aktiebolag(?:et)?|hb|\\p{L}*handelsbolag(?:et)?|kb|kommanditbolag(?:et)?|\\p{L}*bolagen',
    '\\p{L}*förening(?:en)?|ek\\.? ?för\\.?|ideell för\\.?|\\p{L}*förbund(?:et)?|\\p{L}*stiftelse(?:n)?|\\p{L}*stadsmission(?:en)?',
    '\\p{L}*sällskap(?:et)?|\\p{L}*församling(?:en)?|\\p{L}*kommun|region|regionen|\\p{L}*regionen|\\p{L}*universitet(?:et)?',
    '\\p{L}*högskola(?:n)?|\\p{L}*folkhögskola|\\p{L}*institutet|\\p{L}*verket|\\p{L}*myndigheten|\\p{L}*anstalt(?:en)?',
    '\\p{L}*försäkringar|filial',
    'ltd\\.?|limited|inc\\.?|corp\\.?|llc|llp|plc|gmbh|ag|kg|ohg|se|b\\.?v\\.?|n\\.?v\\.?|a/s|aps|as|asa|oyj?|oü|uab|sia',
    's\\.?a\\.?|s\\.?l\\.?|sarl|sas|s\\.?r\\.?l\\.?|s\\.?p\\.?a\\.?|sp\\.? ?z ?\\.?o\\.?o\\.?|d\\.o\\.o\\.?|kft|bt\\.?|s\\.r\\.o\\.?',
  ].join('|'),
)

const INITIALS = /^(?:\p{Lu}(?:\.\s?|\s|-)){1,2}\p{Lu}\p{L}+|^\p{L}+, \p{L}+$/u
/** The statistics' words for companies of at least ten employees. */
const LARGER = /^(små|medelstora|stora) företag$/i

const wordsOf = (name: string): string[] => name.toLocaleUpperCase('sv').match(/\p{L}+/gu) ?? []
