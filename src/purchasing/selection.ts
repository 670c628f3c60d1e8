/** Which lines of a buyer's ledgers are meant: the parts of a sum, from the page that shows it to the page that opens it. */
import type { Currency } from '../kit/money.js'
import { addressed, stated } from './asked.js'
import { SERVED } from './people-served.js'

export const PARTS = [
  'year',
  'division',
  'account',
  'unit',
  'served',
  'supplier',
  'contract',
  'following',
  'currency',
] as const
export type Part = (typeof PARTS)[number]
/**
 * Division in two digits or any category's first digits, account and unit as the ledger writes them ('6412 Livsmedel'), supplier and contract by their
 * addresses, served as people-served.ts and following as attribution.ts have it. A part that is absent may be anything,
 * but without a currency it is the buyer's own. `NONE` is lines for which the file does not state it, or for which it
 * could not be worked out.
 */
export type Selection = { readonly [P in Part]?: string | undefined }
export const NONE = 'none'

const FORMS: Readonly<Record<Part, RegExp>> = {
  year: /^(19|20)\d\d$/,
  division: /^(\d{2,8}|none)$/,
  account: /^[^]{1,400}$/,
  unit: /^[^]{1,400}$/,
  served: new RegExp(`^(${SERVED.join('|')})$`),
  supplier: /^[a-z0-9-]{1,200}$/,
  contract: /^[a-z0-9-]{1,200}$/,
  following: /^(under|beside|without|unclear|unknown)$/,
  currency: /^(SEK|EUR|GBP|NOK|DKK)$/,
}

/** As it is looked up: in one currency, and the people served as the units that serve them; null is lines without a unit. */
export interface Selected extends Omit<Selection, 'currency' | 'served'> {
  readonly currency: Currency
  readonly units?: readonly (string | null)[]
}

/** Whether it asks for something that is not in the ledger but was judged of it. */
export const isJudged = ({ division, contract, following }: Omit<Selection, 'currency'>): boolean =>
  division !== undefined || contract !== undefined || following !== undefined

/** What cannot be understood is left out. */
export const selectionOf = (query: Readonly<Record<string, string>>): Selection =>
  Object.fromEntries(PARTS.map((part) => [part, stated(query[part], FORMS[part])]))

export const isNarrowed = (selection: Selection): boolean => PARTS.some((part) => selection[part] !== undefined)

/** Where the lines behind a sum stand. */
export const purchasesAddress = (buyer: string, selection: Selection = {}, page = 1): string =>
  addressed(`/buyers/${buyer}/purchases`, { ...selection, page: page === 1 ? undefined : page })

/** Where one line stands. */
export const lineAddress = (buyer: string, line: { readonly import: string; readonly ordinal: number }): string =>
  `/buyers/${buyer}/purchases/${line.import}/${line.ordinal}`
