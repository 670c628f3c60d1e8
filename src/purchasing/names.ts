/** Names and addresses: what makes two written suppliers one, and what a page is called for good. */

/** 'ÅF-Infrastructure AB (publ)' and 'ÅF Infrastructure Aktiebolag' have one key. */
export const supplierKey = (name: string): string =>
  name
    .toLocaleUpperCase('sv')
    .replace(/\(PUBL\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(AKTIEBOLAG|AKTIEBOLAGET|AB|HANDELSBOLAG|HB|KOMMANDITBOLAG|KB)\b/g, ' ')
    .trim()
    .replace(/\s+/g, ' ') || name.toLocaleUpperCase('sv')

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
  if (written !== written.toLocaleUpperCase('sv')) return written
  const small = new Set(['KOMMUN', 'STAD', 'STADS', 'LÄN', 'LÄNS', 'I', 'OCH', 'AV', 'FÖR'])
  const kept = new Set(['AB', 'HB', 'SISAB', 'VA', 'KF'])
  return written
    .split(' ')
    .map((word, index) =>
      kept.has(word)
        ? word
        : small.has(word) && index > 0
          ? word.toLocaleLowerCase('sv')
          : word.replace(/\p{L}+/gu, (run) => run[0] + run.slice(1).toLocaleLowerCase('sv')),
    )
    .join(' ')
}
