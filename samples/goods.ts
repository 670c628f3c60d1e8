/** What an invoice for food or furniture says line by line: articles, kilograms, pieces. */
import type { Article, Description } from './description.js'
import type { Dice } from './random.js'

export interface Line {
  /** The seller's number of the article. */
  readonly article: string
  readonly name: string
  /** UN/ECE recommendation 20: KGM, LTR, H87 or C62. */
  readonly unit: Article[1]
  readonly quantity: number
  /** In öre. */
  readonly price: number
  /** In öre: quantity times price, rounded. */
  readonly net: number
  /** A CPV code or the seller's own kind of goods; the seller states one, the other or none. */
  readonly cpv: string
  readonly own: string | undefined
}

/** Food, furniture, beds. */
const ACCOUNTS = [6421, 6411, 6412]

export const isItemised = (of: Description, account: number, supplier: string, day: string): boolean =>
  ACCOUNTS.includes(account) && supplier in of.sellers && day >= of.itemised

/** Prices differ a little from invoice to invoice. */
const PRICE_SPREAD = 0.025
const FIRST_ARTICLE = 1001
/** So many öre more, one more article. */
const ANOTHER_LINE = 3_000_000

/** Lines of about the amount, in öre: nobody buys half a chair. */
export function goodsOf(seller: Description['sellers'][string], amount: number, thrown: Dice): Line[] {
  const affordable = seller.articles.filter(([, , price]) => price * 100 <= amount)
  const cheapest = seller.articles.toSorted((a, b) => a[2] - b[2]).slice(0, 1)
  const drawn = shuffled(affordable.length ? affordable : cheapest, thrown).slice(
    0,
    thrown.whole(2, 5) + Math.floor(amount / ANOTHER_LINE),
  )
  const shares = drawn.map(() => thrown.logNormal(0.6))
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const place = (article: Article) => FIRST_ARTICLE + seller.articles.indexOf(article)
  const lines = drawn.map((article, turn) => {
    const line = lineOf(article, (amount * shares[turn]!) / whole, thrown)
    return { ...line, article: String(place(article)), own: seller.own }
  })
  const bought = lines.filter(({ quantity }) => quantity > 0)
  return bought.length ? bought : lines.slice(0, 1).map((line) => ({ ...line, quantity: 1, net: line.price }))
}

function lineOf([name, unit, listed, cpv]: Article, about: number, thrown: Dice) {
  const price = Math.round(listed * 100 * thrown.logNormal(PRICE_SPREAD))
  const parts = unit === 'KGM' ? 2 : 1
  const quantity = Math.round((about / price) * parts) / parts
  return { name, unit, quantity, price, net: Math.round(quantity * price), cpv }
}

function shuffled<T>(all: readonly T[], thrown: Dice): T[] {
  const rest = [...all]
  return all.map(() => rest.splice(thrown.whole(0, rest.length - 1), 1)[0]!)
}
