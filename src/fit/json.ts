/** The fit as JSON: the same from the page and from the command line. Described in docs/method/fit.md. */
import { labelOf, type Code } from '../categories/index.js'
import type { Reach } from '../kit/actor.js'
import type { Words } from '../kit/words/index.js'
import type { Spent } from '../purchasing/index.js'
import type { Idea } from './idea.js'
import type { Numbers } from './numbers.js'
import { paybackOf } from './payback.js'
import type { Fit, Opening } from './report.js'
import type { Known } from './routes.js'
import { waysOf } from './routes-words.js'
import type { OpeningSaving } from './saving.js'

/** Sentences are in the language of `words`; amounts are in öre; a day that is not known is absent. */
export const fitJson = (idea: Idea, fit: Fit, reach: Reach, words: Words) => ({
  idea: { title: idea.title, text: idea.text, ...(idea.numbers ? { numbers: idea.numbers } : {}) },
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
  openings: fit.openings.map((one) => ({ ...openingJson(one, words), ...lawJson(one, idea.numbers ?? {}, fit) })),
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

const openingJson = ({ procurement, because, renewal, holders, bought, saving }: Opening, words: Words) => ({
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
  saving: savingJson(saving),
})

/** Kilograms of CO2e a year; the range is absent where a source tells no spread. */
function savingJson(saving: OpeningSaving) {
  if (saving.kind === 'missing') return { missing: saving.what }
  const { from, to, quantity, saving: found } = saving.largest
  const { yearly, yearlyRange: range } = found
  return { from: from.id, to: to.id, quantity, unit: from.unit, kgCo2eYearly: yearly, ...(range ? { range } : {}) }
}

/** The routes in the order of the page, and the term that pays back where the numbers are said. */
function lawJson(opening: Opening, numbers: Numbers, known: Known) {
  const { answers, plan } = waysOf(opening, numbers, known)
  const payback = paybackOf(numbers, opening.procurement.agreement)
  return {
    routes: answers.map(({ route, verdict, earliest, likely, cites }) => ({
      ...{ route, verdict },
      ...(earliest.steps.length > 0 ? { earliest: earliest.firstDay, likely: likely.firstDay } : {}),
      cites: cites.map(({ source, place, url }) => ({ source, place, url })),
      ...(route === plan?.route && plan.startBy ? { startBy: plan.startBy } : {}),
    })),
    ...(payback ? { payback: { years: payback.years, agreement: payback.agreement, cap: payback.cap } } : {}),
  }
}

const named = (code: Code, words: Words) => ({ code, label: labelOf(code, words.language) })
