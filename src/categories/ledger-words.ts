/**
 * What an account's own words say where its chart of accounts is not known (`ledger-words.tsv`). 'Grants' are no
 * purchase, 'Catering provisions' are food and no catering, and 'Payments' says nothing of what was paid for.
 */
import { isCode, type Code } from './cpv.js'
import table from './ledger-words.tsv'
import { patternOf, phrasesIn } from './phrases.js'

const KINDS = ['not-a-purchase', 'rent', 'purchase', 'silent'] as const
export interface LedgerWords {
  readonly kind: Exclude<(typeof KINDS)[number], 'silent'>
  readonly code?: Code
  /** As the account writes it. */
  readonly word: string
}

const rows = table
  .split('\n')
  .map((line, at) => ({ line, at: at + 1 }))
  .filter(({ line }) => line.trim() && !line.startsWith('#'))
  .map(({ line, at }) => rowIn(line, at))

function rowIn(line: string, at: number) {
  const [what = '', list = '', ...rest] = line.split('\t')
  const kind = isCode(what) ? 'purchase' : KINDS.find((one) => one === what)
  if (!kind || !list.trim() || rest.length)
    throw new Error(`ledger-words.tsv, line ${at}: a kind or a CPV code, and words, between tabs are expected`)
  const phrases = phrasesIn(list)
  return { kind, phrases, pattern: patternOf(phrases), ...(isCode(what) && { code: what }) }
}

const SILENT = patternOf(
  rows.filter(({ kind }) => kind === 'silent').flatMap(({ phrases }) => phrases),
  'giu',
)

/** Undefined where no row fits. */
export function ledgerWordsIn(text: string): LedgerWords | undefined {
  for (const { kind, pattern, code } of rows) {
    const word = kind === 'silent' ? undefined : pattern.exec(text)?.[0]
    if (word && kind !== 'silent') return { kind, word, ...(code && { code }) }
  }
  return undefined
}

export const withoutLedgerWords = (text: string): string => text.replace(SILENT, ' ')
