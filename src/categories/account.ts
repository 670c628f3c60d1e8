/**
 * A ledger account → what kind of line it is, the category of what it buys, and whether a line may ever be
 * published. The account's own text decides first, within the divisions its group allows; the group alone gives only
 * a possibility.
 *
 *   categoryOfAccount({ code: '6412', text: 'Livsmedel' })
 */
import { say, type Message } from '../kit/words/index.js'
import { groupOf, type AccountGroup } from './accounts.js'
import type { Code } from './cpv.js'
import { suggestCategories, type Confidence, type Suggestion } from './suggest.js'

export interface Account {
  readonly code: string
  readonly text: string
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

/** Words of accounts whose lines concern one person, in whatever group a municipality has put them. */
const PERSONAL = new RegExp(
  `(?<!\\p{L})(?:${[
    '(?:familjehem|jourhem|kontaktperson|kontaktfamilj|stödfamilj|placering|hvb|arvode|omkostnadsersättning)\\p{L}*',
    'personlig assistans|assistansersättning|försörjningsstöd|ekonomiskt bistånd|god man|gode män',
    'institutionsvård|skyddat boende|skadestånd|foster homes?|foster care',
  ].join('|')})`,
  'iu',
)

export function categoryOfAccount({ code, text }: Account): AccountReading {
  const account = code.trim()
  if (!/^\d{2,}/.test(account)) return unknownAccount(account)
  if (/^[1-3]/.test(account)) {
    const because = say('categories.account.balance', { code: account })
    return {
      kind: 'not-a-purchase',
      confidence: 'strong',
      because: [because],
      publishable: 'never',
      publishableBecause: because,
    }
  }
  const group = groupOf(account)
  if (!group) return unknownAccount(account)
  const about = say('categories.account.group', { code: account, group: account.slice(0, 2), name: group.name })
  const publishing = publishingOf(group, text)
  if (group.kind === 'not-a-purchase') {
    const because = [about, say('categories.account.notPurchase', { name: group.name })]
    return { kind: group.kind, confidence: 'strong', because, ...publishing }
  }
  return { kind: group.kind, ...found(group, text, about), ...publishing }
}

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

function publishingOf(group: AccountGroup, text: string): Pick<AccountReading, 'publishable' | 'publishableBecause'> {
  const personal = PERSONAL.exec(text)?.[0]
  if (group.persons)
    return { publishable: 'never', publishableBecause: say('categories.account.persons', { name: group.name }) }
  if (personal)
    return { publishable: 'never', publishableBecause: say('categories.account.personsInText', { word: personal }) }
  return { publishable: 'yes', publishableBecause: say('categories.account.mayPublish') }
}

function unknownAccount(account: string): AccountReading {
  const because = say('categories.account.unknown', { code: account })
  const publishableBecause = say('categories.account.unknownNever')
  return { kind: 'unknown', confidence: 'unknown', because: [because], publishable: 'never', publishableBecause }
}
