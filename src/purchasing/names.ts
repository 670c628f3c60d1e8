/** Names and addresses: what makes two written suppliers one, and what a page is called for good. */
import { createHash } from 'node:crypto'

const FORMS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})(AKTIEBOLAG|AKTIEBOLAGET|AB)(?!\p{L})/gu, 'AB'],
  [/(?<!\p{L})(HANDELSBOLAG|HANDELSBOLAGET|HB)(?!\p{L})/gu, 'HB'],
  [/(?<!\p{L})(KOMMANDITBOLAG|KOMMANDITBOLAGET|KB)(?!\p{L})/gu, 'KB'],
]

/**
 * 'ÅF-Infrastructure AB (publ)' and 'Aktiebolaget ÅF Infrastructure' have one key, 'ÅF INFRASTRUCTURE AB'. The legal form
 * stays in it: a sole trader and a limited company of the same name are two.
 */
export function supplierKey(name: string): string {
  const written = name.toLocaleUpperCase('sv').replace(/\(PUBL\)/g, ' ')
  const forms = FORMS.filter(([form]) => written.search(form) >= 0)
  const bare = forms.reduce((text, [form]) => text.replace(form, ' '), written)
  const words = bare.match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return written.trim()
  return [...words, ...forms.map(([, short]) => short)].join(' ')
}

/** Two written names may fold to one address; this keeps them apart, the same after every import. */
export const shortDigest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 6)

/** A supplier's, by its name's key; where another has it, something is added. */
export const supplierAddress = (key: string): string => `${addressOf(key)}-${shortDigest(key)}`

export const isAllCapitals = (name: string): boolean => name === name.toLocaleUpperCase('sv')

const PLAIN: Record<string, string> = { å: 'a', ä: 'a', ö: 'o', é: 'e', ü: 'u', ø: 'o', æ: 'ae' }

/** Lower-case letters, digits and hyphens, at most 80 characters. */
export const addressOf = (...parts: string[]): string =>
  parts
    .join(' ')
    .toLocaleLowerCase('sv')
    .replace(/[åäöéüøæ]/g, (letter) => PLAIN[letter]!)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)

/** Award files write buyers in capitals: 'STOCKHOLMS KOMMUN' reads 'Stockholms kommun'. */
export function buyerName(written: string): string {
  if (!isAllCapitals(written)) return written
  const small = new Set(['KOMMUN', 'STAD', 'STADS', 'LÄN', 'LÄNS', 'I', 'OCH', 'AV', 'FÖR'])
  const kept = new Set(['AB', 'HB', 'SISAB', 'VA', 'KF'])
  return written
    .split(' ')
    .map((word, index) =>
      kept.has(word)
        ? word
        : small.has(word) && index > 0
          ? word.toLocaleLowerCase('sv')
          : word.replace(/\p{L}+/gu, (run) => run.charAt(0) + run.slice(1).toLocaleLowerCase('sv')),
    )
    .join(' ')
}

/** A contract's, by its number at its buyer. What folding may have made alike is kept apart. */
export const contractAddress = (buyer: string, number: string): string =>
  addressOf(buyer, number) + (/^[a-z0-9]{1,40}$/.test(number) ? '' : `-${shortDigest(number)}`)

export const procurementAddress = (buyer: string, reference: string): string =>
  addressOf(buyer, reference) + (/^[A-Za-z0-9]+$/.test(reference) ? '' : `-${shortDigest(reference)}`)
