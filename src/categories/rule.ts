/**
 * A buyer's own rules for categories: what is booked on this account, bought of this supplier, or has these words in
 * its text is that. Who made a rule is kept by whoever keeps it; here a rule is a value.
 */
import type { Instant } from '../kit/day.js'
import { grouped } from '../kit/grouped.js'
import { say, type Message } from '../kit/words/index.js'
import type { Code } from './cpv.js'

export interface CategoryRule {
  readonly id: string
  /** The whole account. */
  readonly account?: string
  readonly supplier?: { readonly id: string; readonly name: string }
  /** Stands somewhere in the line's text, whatever its capitals and spaces. */
  readonly text?: string
  readonly category: Code | 'not-a-purchase'
  readonly since: Instant
}
/** What a rule looks at. */
export interface RuledLine {
  readonly account?: { readonly code: string } | undefined
  readonly supplier?: { readonly id: string } | undefined
  readonly text?: string | undefined
}

/** All that the rule names must fit. A rule that names nothing fits nothing. */
export function ruleFits(rule: CategoryRule, line: RuledLine): boolean {
  const { account, supplier, text } = rule
  if (conditionsOf(rule) === 0) return false
  if (isNamed(account) && line.account?.code.trim() !== account?.trim()) return false
  if (supplier && line.supplier?.id !== supplier.id) return false
  return !isNamed(text) || plain(line.text ?? '').includes(plain(text ?? ''))
}

const plain = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
const isNamed = (text: string | undefined): boolean => Boolean(text?.trim())
const conditionsOf = ({ account, supplier, text }: CategoryRule): number =>
  Number(isNamed(account)) + Number(supplier !== undefined) + Number(isNamed(text))

/** Words of the text say more than who sold it, and that says more than the account. */
const narrowness = ({ supplier, text }: CategoryRule): number => (isNamed(text) ? 2 : supplier ? 1 : 0)

/** For sorting: the rule that goes first when several fit. More conditions, then the narrower one, then the newest. */
export const bySpecificity = (a: CategoryRule, b: CategoryRule): number =>
  conditionsOf(b) - conditionsOf(a) ||
  narrowness(b) - narrowness(a) ||
  compared(b.since, a.since) ||
  compared(b.id, a.id)

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The rule that goes first of those that fit. */
export function ruleFor(rules: readonly CategoryRule[], line: RuledLine): CategoryRule | undefined {
  const account = line.account?.code.trim() ?? ''
  const supplier = line.supplier?.id ?? ''
  const places = filed(rules)
  const near = [keyOf(account, supplier), keyOf(account, ''), keyOf('', supplier), keyOf('', '')]
  const text = plain(line.text ?? '')
  let first: Filed | undefined
  for (const key of new Set(near))
    for (const one of places.get(key) ?? [])
      if ((!first || one.place < first.place) && text.includes(one.text)) first = one
  return first?.rule
}

interface Filed {
  readonly rule: CategoryRule
  readonly place: number
  readonly text: string
}
const keyOf = (account: string, supplier: string): string => `${account}\n${supplier}`

/** By account and supplier, once per list: the same rules are asked about every line of a ledger. */
const files = new WeakMap<readonly CategoryRule[], ReadonlyMap<string, readonly Filed[]>>()

function filed(rules: readonly CategoryRule[]): ReadonlyMap<string, readonly Filed[]> {
  const before = files.get(rules)
  if (before) return before
  const inOrder = rules.filter((rule) => conditionsOf(rule) > 0).sort(bySpecificity)
  const all = inOrder.map((rule, place): Filed => ({ rule, place, text: plain(rule.text ?? '') }))
  const made = grouped(all, ({ rule }) => keyOf(rule.account?.trim() ?? '', rule.supplier?.id ?? ''))
  files.set(rules, made)
  return made
}

export function describeRule({ account = '', supplier, text = '', category }: CategoryRule): Message {
  const none = category === 'not-a-purchase'
  return say('categories.rule', {
    hasAccount: isNamed(account) ? 'yes' : 'no',
    account,
    hasSupplier: supplier ? 'yes' : 'no',
    supplier: supplier?.name ?? '',
    hasText: isNamed(text) ? 'yes' : 'no',
    text,
    says: none ? 'none' : 'code',
    code: none ? '' : category,
  })
}
