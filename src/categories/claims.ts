/**
 * What each piece of evidence claims about a purchase's category, in the order in which it is believed. What cannot be
 * used claims nothing and is noted, so that nobody thinks it was overlooked.
 */
import { refused } from '../kit/refuse.js'
import { say, type Message } from '../kit/words/index.js'
import { categoryOfAccount, type Account, type AccountReading, type Chart } from './account.js'
import { entryBecause, mappedAccount, type ChartEntry, type ChartMapping } from './chart.js'
import { ancestors, categoryOf, isWithin, type Code } from './cpv.js'
import { remembered } from './remembered.js'
import { describeRule, ruleFor, type CategoryRule } from './rule.js'
import { suggestCategories, type Confidence, type Suggestion } from './suggest.js'
import { readCode } from './written.js'

export type ClaimedBy = 'correction' | 'stated' | 'rule' | 'contract' | 'supplier' | 'chart' | 'account' | 'text'
export interface Claim {
  readonly by: ClaimedBy
  readonly code: Code
  readonly confidence: Confidence
  /** At least one. */
  readonly because: readonly Message[]
}
export interface StatedCode {
  readonly scheme: 'cpv' | 'unspsc' | 'own'
  readonly written: string
}
/** What is known of one line. All of it may be missing. */
export interface PurchaseEvidence {
  /** What a person has said of this very line. */
  readonly correction?: Code | 'not-a-purchase' | undefined
  readonly stated?: readonly StatedCode[] | undefined
  /** The contract the line is attributed to: by the number it states, or because exactly one fits. */
  readonly contract?: { readonly number: string; readonly code: Code; readonly by: 'number' | 'fit' } | undefined
  /** The categories of the supplier's contracts with this buyer, one for each contract. */
  readonly supplier?: { readonly id: string; readonly name: string; readonly contracts: readonly Code[] } | undefined
  readonly account?: Account | undefined
  /** The line's or the article's own text. */
  readonly text?: string | undefined
}
/** What the buyer has told once for all its lines. */
export interface BuyersOwn {
  readonly rules?: readonly CategoryRule[] | undefined
  readonly chart?: Chart | undefined
  readonly mapping?: ChartMapping | undefined
  /** Codes of other schemes that the buyer has translated, by '<scheme> <code as written>'. */
  readonly translated?: ReadonlyMap<string, Code> | undefined
}
export interface Heard {
  /** As believed: the first goes first. */
  readonly claims: readonly Claim[]
  readonly notes: readonly Message[]
  readonly account: AccountReading | undefined
  readonly entry: ChartEntry | undefined
  readonly rule: CategoryRule | undefined
}

export function heard(evidence: PurchaseEvidence, own: BuyersOwn): Heard {
  const entry = evidence.account && own.mapping && mappedAccount(own.mapping, evidence.account.code)
  const account = evidence.account && accountReading(evidence.account, own.chart)
  const rule = own.rules && ruleFor(own.rules, evidence)
  const stated = statedClaim(evidence.stated ?? [], own)
  const accounts = accountClaims(chartClaim(entry), accountClaim(account))
  const supplier = supplierClaim(evidence.supplier, accounts.at(-1))
  const said = [...correctionClaim(evidence.correction), ...stated.claims, ...ruleClaim(rule)]
  const inferred = [...contractClaim(evidence.contract), ...supplier.claims, ...accounts]
  const text = said.length ? [] : textClaim(evidence.text)
  const claims = [...said, ...inferred, ...text]
  return { claims, notes: [...stated.notes, ...supplier.notes], account, entry, rule }
}

type Claims = readonly Claim[]
interface Noted {
  readonly claims: Claims
  readonly notes: readonly Message[]
}

const correctionClaim = (code: PurchaseEvidence['correction']): Claims =>
  code === undefined || code === 'not-a-purchase'
    ? []
    : [{ by: 'correction', code, confidence: 'strong', because: [say('categories.purchase.correction', { code })] }]

/** Codes that a line states belong together as far as they agree: a chair and a table are furniture. */
function statedClaim(stated: readonly StatedCode[], own: BuyersOwn): Noted {
  if (stated.length === 0) return NOTHING
  const distinct = new Map(stated.map((one) => [`${one.written.trim()} ${one.scheme}`, one]))
  const read = [...distinct.keys()].sort().map((key) => statedCode(distinct.get(key)!, own))
  const codes = read.flatMap(({ code }) => code ?? [])
  const notes = read.flatMap(({ code, told }) => (code ? [] : told))
  if (codes.length === 0) return { claims: [], notes }
  const code = agreedBy(codes)
  if (!code) return { claims: [], notes: [...notes, say('categories.purchase.statedApart', { codes: listed(codes) })] }
  return {
    claims: [{ by: 'stated', code, confidence: 'strong', because: read.flatMap((one) => (one.code ? one.told : [])) }],
    notes,
  }
}

function statedCode({ scheme, written }: StatedCode, own: BuyersOwn): { code?: Code; told: readonly Message[] } {
  const shown = written.trim().slice(0, 60)
  const code = own.translated?.get(`${scheme} ${written.trim()}`)
  if (code) return { code, told: [say('categories.purchase.translated', { scheme, written: shown, code })] }
  if (scheme !== 'cpv') return { told: [say('categories.purchase.untranslated', { scheme, written: shown })] }
  const read = readCode(written)
  if (refused(read)) return { told: [read.because] }
  const told = say('categories.purchase.stated', { written: shown })
  return { code: read.code, told: read.problem ? [told, read.problem] : [told] }
}

const ruleClaim = (rule: CategoryRule | undefined): Claims =>
  rule && rule.category !== 'not-a-purchase'
    ? [{ by: 'rule', code: rule.category, confidence: 'strong', because: [describeRule(rule)] }]
    : []

function contractClaim(contract: PurchaseEvidence['contract']): Claims {
  if (!contract) return []
  const { number, code, by } = contract
  const because = [say('categories.purchase.contract', { number, code, by })]
  return [{ by: 'contract', code, confidence: by === 'number' ? 'strong' : 'likely', because }]
}

/**
 * A supplier's contracts say as much as they agree on. Where they do not agree, or the account says more, the one
 * category that goes with the account is taken; where several or none do, nothing is.
 */
function supplierClaim(supplier: PurchaseEvidence['supplier'], account: Claim | undefined): Noted {
  if (!supplier || supplier.contracts.length === 0) return NOTHING
  const { name, contracts } = supplier
  const agreed = agreedBy(contracts)
  const chosen =
    account && (!agreed || isBelow(account.code, agreed)) ? onlyOneWith(account.code, contracts) : undefined
  if (account && chosen && chosen !== agreed) {
    const because = [say('categories.purchase.supplierChosen', { name, code: chosen, account: account.code })]
    const confidence = account.confidence === 'possible' ? 'possible' : 'likely'
    return { claims: [{ by: 'supplier', code: chosen, confidence, because }], notes: [] }
  }
  if (!agreed) return { claims: [], notes: [say('categories.purchase.supplierApart', { name })] }
  const because = [say('categories.purchase.supplier', { name, count: contracts.length, code: agreed })]
  const confidence = categoryOf(agreed).level === 'division' ? 'possible' : 'likely'
  return { claims: [{ by: 'supplier', code: agreed, confidence, because }], notes: [] }
}

const chartClaim = (entry: ChartEntry | undefined): Claims =>
  entry && entry.category !== 'not-a-purchase'
    ? [{ by: 'chart', code: entry.category, confidence: 'likely', because: [entryBecause(entry)] }]
    : []

const accountClaim = (read: AccountReading | undefined): Claims =>
  read?.category && read.confidence !== 'unknown'
    ? [{ by: 'account', code: read.category, confidence: read.confidence, because: read.because }]
    : []

/** What the buyer's own list says of an account is not contradicted by what the account's words seem to say. */
const accountClaims = ([own]: Claims, [read]: Claims): Claims =>
  own && read
    ? isWithin(read.code, own.code)
      ? [own, read]
      : [own]
    : [own ?? read].filter((claim) => claim !== undefined)

/** A line's text was written in haste: only what it says beyond doubt counts, and then as likely. */
function textClaim(text: string | undefined): Claims {
  const best = text?.trim() ? suggestion(text.slice(0, LONGEST_TEXT).trim()) : undefined
  return best ? [{ by: 'text', code: best.code, confidence: 'likely', because: best.because }] : []
}

/** What was bought is said early; what follows would only cost time. */
const LONGEST_TEXT = 160
const suggestion = remembered((title: string): Suggestion | undefined => {
  const [best] = suggestCategories({ title, text: '' }, { asWritten: true, most: 1 })
  return best?.confidence === 'strong' && best.relation === 'is' ? best : undefined
})

const readings = {
  'kommun-bas': remembered((key: string) => categoryOfAccount(accountIn(key))),
  unknown: remembered((key: string) => categoryOfAccount(accountIn(key), { chart: 'unknown' })),
}
const accountReading = ({ code, text }: Account, chart: Chart = 'kommun-bas'): AccountReading =>
  readings[chart](`${code}\n${text}`)
const accountIn = (key: string): Account => {
  const end = key.indexOf('\n')
  return { code: key.slice(0, end), text: key.slice(end + 1) }
}

const NOTHING: Noted = { claims: [], notes: [] }
const listed = (codes: readonly Code[]): string => [...new Set(codes)].sort().join(', ')

/** The deepest category that all stand in; undefined where they share no division. */
function agreedBy(codes: readonly Code[]): Code | undefined {
  const distinct = [...new Set(codes)]
  const [first, ...others] = distinct
  if (!first || others.length === 0) return first
  const path = [...ancestors(first), first]
  return path.reverse().find((code) => others.every((other) => isWithin(other, code)))
}

const isBelow = (code: Code, above: Code): boolean => code !== above && isWithin(code, above)

function onlyOneWith(account: Code, contracts: readonly Code[]): Code | undefined {
  const going = [...new Set(contracts)].filter((code) => isWithin(code, account) || isWithin(account, code))
  return going.length === 1 ? going[0] : undefined
}
