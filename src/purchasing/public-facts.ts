/**
 * What the record says of contracts that everyone may see: for each its address and a fingerprint, SHA-256 of its public
 * facts as one line of JSON. No person is in it: of suppliers only numbers that a company has, of titles what the register
 * made public. Of many contracts there are several entries, each well below what an entry holds.
 */
import { createHash } from 'node:crypto'
import type { Day } from '../kit/day.js'

export interface PublicFacts {
  readonly contract: string
  readonly buyer: string
  readonly number: string
  readonly title: string
  readonly category: string | null
  readonly agreement: string | null
  readonly ownCategory: string | null
  readonly caseNumber: string | null
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly extensionMonths: string | null
  readonly extensionClause: string | null
  readonly noticeMonths: number | null
  readonly ceiling: number | null
  readonly callers: string
  readonly isWithdrawn: boolean
  readonly suppliers: readonly string[]
}

/** Digits three and four are at least 20 in a company's number, and a month in a person's (see `person.ts`). */
const isCompanys = (number: string): boolean => /^\d{2}[2-9]\d{7}$/.test(number)

/** The very text that is fingerprinted: these facts in this order. */
export const factsText = (facts: PublicFacts): string =>
  JSON.stringify({
    contract: facts.contract,
    buyer: facts.buyer,
    number: facts.number,
    title: facts.title,
    category: facts.category,
    agreement: facts.agreement,
    ownCategory: facts.ownCategory,
    caseNumber: facts.caseNumber,
    startsOn: facts.startsOn,
    endsOn: facts.endsOn,
    extensionMonths: facts.extensionMonths,
    extensionClause: facts.extensionClause,
    noticeMonths: facts.noticeMonths,
    ceiling: facts.ceiling,
    callers: facts.callers,
    isWithdrawn: facts.isWithdrawn,
    suppliers: facts.suppliers.filter(isCompanys),
  })

export const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex')

export interface Fingerprinted {
  readonly contract: string
  readonly sha256: string
}
export interface ToldContracts {
  readonly published?: readonly Fingerprinted[]
  readonly changed?: readonly Fingerprinted[]
  /** Of which nothing is public any more: their addresses. */
  readonly gone?: readonly string[]
}
const IN_AN_ENTRY = 250

/** What became public, is told otherwise, or is public no more, in parts of an entry each; none where all is the same. */
export function toldAnew(before: readonly PublicFacts[], now: readonly PublicFacts[]): ToldContracts[] {
  const earlier = new Map(before.map((facts) => [facts.contract, fingerprint(factsText(facts))]))
  const later = now.map((facts) => ({ contract: facts.contract, sha256: fingerprint(factsText(facts)) }))
  const stand = new Set(later.map(({ contract }) => contract))
  const all: [keyof ToldContracts, Fingerprinted | string][] = [
    ...later.flatMap((one): [keyof ToldContracts, Fingerprinted][] => {
      const was = earlier.get(one.contract)
      return was === one.sha256 ? [] : [[was === undefined ? 'published' : 'changed', one]]
    }),
    ...[...earlier.keys()].filter((contract) => !stand.has(contract)).map((one): ['gone', string] => ['gone', one]),
  ]
  return Array.from({ length: Math.ceil(all.length / IN_AN_ENTRY) }, (_, at) =>
    Object.fromEntries(
      (['published', 'changed', 'gone'] as const)
        .map((what) => [what, inPart(all, at).flatMap(([kind, one]) => (kind === what ? [one] : []))] as const)
        .filter(([, ones]) => ones.length > 0),
    ),
  )
}

const inPart = <T>(all: readonly T[], at: number): readonly T[] => all.slice(at * IN_AN_ENTRY, (at + 1) * IN_AN_ENTRY)
