/**
 * Which accounts' lines are never published, whatever an officer decides: those that can reveal a person, a protected
 * address or how something is guarded. The shipped list is `never-published.tsv`; an installation may read its own.
 */
import { refuse, refused, type Refusal } from '../kit/refuse.js'
import { say, type Message } from '../kit/words/index.js'
import table from './never-published.tsv'
import { patternOf, phrasesIn } from './phrases.js'

export const NEVER_REASONS = ['care', 'placement', 'benefit', 'pay', 'protected', 'security', 'damages'] as const
export type NeverReason = (typeof NEVER_REASONS)[number]

interface Row {
  readonly accounts: readonly string[]
  readonly words: RegExp | undefined
  readonly reason: NeverReason
}
export type NeverPublished = readonly Row[]

/** The rows of a list; refused, naming the line, when one cannot be read: half a list would publish what it should keep. */
export function readNeverPublished(text: string): NeverPublished | Refusal {
  const rows: Row[] = []
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (!line.trim() || line.startsWith('#')) continue
    const row = rowIn(line)
    if (!row) return refuse(say('categories.never.unreadable', { line: at + 1, reasons: NEVER_REASONS.join(', ') }))
    rows.push(row)
  }
  return rows
}

function rowIn(line: string): Row | undefined {
  const [list = '', why = '', ...rest] = line.split('\t')
  const reason = NEVER_REASONS.find((one) => one === why.trim())
  const phrases = phrasesIn(list)
  if (!reason || rest.length || phrases.length === 0 || phrases.some((phrase) => /^\*/.test(phrase))) return undefined
  const isAccount = (phrase: string) => /^\d+$/.test(phrase)
  const words = phrases.filter((phrase) => !isAccount(phrase))
  return { accounts: phrases.filter(isAccount), words: words.length ? patternOf(words) : undefined, reason }
}

export const NEVER_PUBLISHED: NeverPublished = shipped()

function shipped(): NeverPublished {
  const list = readNeverPublished(table)
  if (refused(list)) throw new Error(`never-published.tsv: ${JSON.stringify(list.because.args)}`)
  return list
}

/** Why an account's lines are never published; undefined where the list says nothing. `code` only in Kommun-Bas. */
export function neverPublishedBecause(
  { code, text }: { readonly code?: string; readonly text: string },
  list: NeverPublished = NEVER_PUBLISHED,
): Message | undefined {
  const normal = text.normalize('NFC').replaceAll('’', "'")
  for (const { accounts, reason } of list) {
    const found = code === undefined ? undefined : accounts.find((beginning) => code.startsWith(beginning))
    if (found) return say('categories.never.account', { beginning: found, reason })
  }
  for (const { words, reason } of list) {
    const word = words?.exec(normal)?.[0]
    if (word) return say('categories.never.word', { word, reason })
  }
  return undefined
}
