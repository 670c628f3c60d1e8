/**
 * A ledger account → what kind of line it is, the category of what it buys, and whether a line may ever be
 * published. In Kommun-Bas the account's own text decides first, within the divisions its group allows; the group alone
 * gives only a possibility. In a chart we do not know the text is all there is, and a code says nothing.
 *
 *   categoryOfAccount({ code: '6412', text: 'Livsmedel' })
 *   categoryOfAccount({ code: '4600', text: 'Agency staff' }, { chart: 'unknown' })
 */
import { say, type Message } from '../kit/words/index.js'
import { groupOf, type AccountGroup } from './accounts.js'
import { entryBecause, mappedAccount, type ChartEntry, type ChartMapping } from './chart.js'
import type { Code } from './cpv.js'
import { ledgerWordsIn, withoutLedgerWords, type LedgerWords } from './ledger-words.js'
import { NEVER_PUBLISHED, neverPublishedBecause, type NeverPublished } from './never-published.js'
import { suggestCategories, type Confidence, type Suggestion } from './suggest.js'

export interface Account {
  readonly code: string
  readonly text: string
}
export type Chart = 'kommun-bas' | 'unknown'
export interface AccountOptions {
  readonly chart?: Chart
  /** The buyer's own list of what its accounts hold, which decides before the chart. */
  readonly mapping?: ChartMapping | undefined
  readonly never?: NeverPublished
}
export interface AccountReading {
  readonly kind: 'purchase' | 'not-a-purchase' | 'rent' | 'unknown'
  readonly category?: Code
  readonly confidence: Confidence | 'unknown'
  readonly because: readonly Message[]
  /** 'never' whatever an officer decides line by line; 'yes' still needs the act of publishing. */
  readonly publishable: 'yes' | 'never'
  readonly publishableBecause: Message
}
type Holds = Pick<AccountReading, 'kind' | 'category' | 'confidence' | 'because'>

export function categoryOfAccount(
  { code, text }: Account,
  { chart = 'kommun-bas', mapping, never = NEVER_PUBLISHED }: AccountOptions = {},
): AccountReading {
  const account = { code: code.trim(), text: text.normalize('NFC') }
  const judged = chart === 'kommun-bas' ? inKommunBas(account) : byText(account)
  const holds = byMapping(mapping && mappedAccount(mapping, account.code), judged) ?? judged
  return { ...holds, ...publishingOf(account, chart, holds, never) }
}

function byMapping(entry: ChartEntry | undefined, judged: Holds): Holds | undefined {
  if (!entry) return undefined
  const because = [entryBecause(entry)]
  if (entry.category === 'not-a-purchase') return { kind: 'not-a-purchase', confidence: 'strong', because }
  const kind = judged.kind === 'rent' ? 'rent' : 'purchase'
  return { kind, category: entry.category, confidence: 'likely', because }
}

function inKommunBas(account: Account): Holds {
  if (isBalance(account.code))
    return {
      kind: 'not-a-purchase',
      confidence: 'strong',
      because: [say('categories.account.balance', { code: account.code })],
    }
  const group = groupOf(account.code)
  if (!group) return unknownAccount(account.code)
  const about = say('categories.account.group', {
    code: account.code,
    group: account.code.slice(0, 2),
    name: group.name,
  })
  if (group.kind !== 'not-a-purchase') return { kind: group.kind, ...found(group, account.text, about) }
  const because = [about, say('categories.account.notPurchase', { name: group.name })]
  return { kind: group.kind, confidence: 'strong', because }
}

const isBalance = (code: string): boolean => /^[1-3]\d/.test(code)

function found(
  group: AccountGroup,
  text: string,
  about: Message,
): Pick<AccountReading, 'category' | 'confidence' | 'because'> {
  const rent = group.kind === 'rent' ? [say('categories.account.rent', { name: group.name })] : []
  const within = group.within.length ? { within: group.within } : {}
  const best = suggestCategories({ title: text, text: '' }, { ...within, asWritten: true }).find(isSaid)
  if (best && group.kind === 'purchase') {
    return { category: best.code, confidence: best.confidence, because: [...best.because, about] }
  }
  if (!group.first) return { confidence: 'unknown', because: [about, ...rent] }
  const because = rent.length ? rent : [say('categories.account.byGroup', { name: group.name })]
  return { category: group.first, confidence: 'possible', because: [...because, about] }
}

/**
 * An account is named after what it holds, not after what that needs. One weak word of a category's name
 * ('Representation', in legal representation) says less than the account's group.
 */
const isSaid = ({ relation, confidence, because }: Suggestion): boolean =>
  relation === 'is' && (confidence !== 'possible' || because[0]?.key !== 'categories.because.label')

/** Without a group to hold on to, a suggestion that is only possible is none. */
function byText({ code, text }: Account): Holds {
  const said = ledgerWordsIn(text)
  if (said?.code) {
    const because = [say('categories.account.wordBuys', { word: said.word, code: said.code })]
    return { kind: said.kind, category: said.code, confidence: 'likely', because }
  }
  if (said && said.kind !== 'purchase') return byWord(said, said.kind === 'rent' ? 'unknown' : 'strong')
  const best = suggestCategories({ title: withoutLedgerWords(text), text: '' }, { asWritten: true })[0]
  if (best && isSaid(best) && best.confidence !== 'possible')
    return { kind: 'purchase', category: best.code, confidence: best.confidence, because: best.because }
  return said ? byWord(said, 'unknown') : unknownAccount(code)
}

const byWord = ({ kind, word }: LedgerWords, confidence: Holds['confidence']): Holds => ({
  kind,
  confidence,
  because: [say('categories.account.word', { word, kind })],
})

function publishingOf(
  account: Account,
  chart: Chart,
  { kind }: Holds,
  never: NeverPublished,
): Pick<AccountReading, 'publishable' | 'publishableBecause'> {
  const { code, text } = account
  const kept = neverPublishedBecause(chart === 'kommun-bas' ? account : { text }, never) ?? keptFor(kind, code, chart)
  if (kept) return { publishable: 'never', publishableBecause: kept }
  return { publishable: 'yes', publishableBecause: say('categories.account.mayPublish') }
}

function keptFor(kind: AccountReading['kind'], code: string, chart: Chart): Message | undefined {
  if (kind === 'unknown') return say('categories.account.unknownNever')
  return chart === 'kommun-bas' && isBalance(code) ? say('categories.account.balance', { code }) : undefined
}

const unknownAccount = (code: string): Holds => ({
  kind: 'unknown',
  confidence: 'unknown',
  because: [say('categories.account.unknown', { code })],
})
