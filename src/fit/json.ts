/** The fit as JSON: the same from the page and from the command line. Described in docs/method/fit.md. */
import { labelOf, type Code } from '../categories/index.js'
import type { Reach } from '../kit/actor.js'
import type { Words } from '../kit/words/index.js'
import type { Spent } from '../purchasing/index.js'
import type { Idea } from './idea.js'
import type { Fit, Opening } from './report.js'

/** Sentences are in the language of `words`; amounts are in öre; a day that is not known is absent. */
export const fitJson = (idea: Idea, fit: Fit, reach: Reach, words: Words) => ({
  idea: { title: idea.title, text: idea.text },
  language: words.language,
  reach,
  on: fit.today,
  categories: fit.confirmed.map(({ code, relation, because }) => ({
    ...named(code, words),
    relation,
    because: because.map(words.of),
  })),
  people: fit.people.map(({ people, words: said }) => ({ people, words: said })),
  found: fit.found,
  page: fit.page,
  pages: fit.pages,
  looked: fit.looked,
  lookedAtAll: !fit.more,
  openings: fit.openings.map((one) => openingJson(one, words)),
  nearest: fit.nearest.map((one) => openingJson(one, words)),
  buyers: fit.buyers.map(({ name, openings }) => ({ name, openings })),
  bought: fit.spent.map((one) => spentJson(one, words)),
  boughtOnBroaderAccounts: fit.broader.map((one) => spentJson(one, words)),
})

const spentJson = ({ buyerName, unit, account, category, confidence, amount, lines }: Spent, words: Words) => ({
  buyer: buyerName,
  unit,
  account,
  category: named(category as Code, words),
  confidence,
  ore: amount,
  lines,
})

const openingJson = ({ procurement, because, renewal, holders, bought }: Opening, words: Words) => ({
  procurement: {
    address: procurement.address,
    reference: procurement.reference,
    title: procurement.title,
    category: named(procurement.category as Code, words),
    buyer: procurement.buyerName,
    agreement: procurement.agreement,
    dynamicSystem: procurement.dynamicSystem,
    publishedOn: procurement.publishedOn,
    source: { file: procurement.file, line: procurement.line },
  },
  because: because.map((one) => ({
    rule: one.rule,
    weight: one.weight,
    ...(one.category ? { category: one.category } : {}),
    sentence: words.of(one),
  })),
  renewal,
  holders: holders.map(({ name, address }) => ({ name, address })),
  ...(bought
    ? {
        bought: {
          ore: bought.amount,
          from: bought.from,
          to: bought.to,
          by: bought.by.map(({ name, amount }) => ({ name, ore: amount })),
        },
      }
    : {}),
})

const named = (code: Code, words: Words) => ({ code, label: labelOf(code, words.language) })
