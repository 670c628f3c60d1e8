/**
 * The only door of categories: the CPV tree, and the one place where categories are worked out from texts and
 * accounts.
 */
export {
  allCategories,
  ancestors,
  categoryOf,
  code,
  codeWithCheck,
  divisionOf,
  divisions,
  isCode,
  isCollective,
  isWithin,
  kinship,
  labelOf,
  type Category,
  type Code,
  type Kinship,
  type Level,
} from './cpv.js'
export type { ProcuredIn, ProcuredRow } from './pages.js'
export { readCode, type WrittenCode } from './written.js'
export { suggestCategories, type Confidence, type Precedent, type SuggestOptions, type Suggestion } from './suggest.js'
export { likeness, sharedWords, tellingWords, type SharedWord } from './likeness.js'
export { meaningsIn, sharedMeanings, type Meanings, type MeaningWeight, type SharedMeaning } from './meanings.js'
export type { Relation } from './lexicon.js'
export type { Text } from './reading.js'
export { peopleServedIn, type People, type PeopleServed, type Sector } from './people.js'
export { searchCategories, type Found } from './search.js'
export { wordFormsIn, type WordForms } from './word-forms.js'
export { categoryOfAccount, type Account, type AccountOptions, type AccountReading, type Chart } from './account.js'
export { readChartMapping, type ChartEntry, type ChartMapping, type ChartRefusal, type ChartRow } from './chart.js'
export type { BuyersOwn, Claim, ClaimedBy, PurchaseEvidence, StatedCode } from './claims.js'
export { NEVER_PUBLISHED, readNeverPublished, type NeverPublished, type NeverReason } from './never-published.js'
export { categoryOfPurchase, type PurchaseReading } from './purchase.js'
export { bySpecificity, describeRule, ruleFits, ruleFor, type CategoryRule, type RuledLine } from './rule.js'
export { ACCOUNT_GROUPS, KOMMUN_BAS, type AccountGroup, type AccountKind } from './accounts.js'
