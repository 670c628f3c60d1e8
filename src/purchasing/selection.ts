/** Which lines of a buyer's ledgers are meant: the parts of a sum, from the page that shows it to the page that opens it. */
import { addressed, stated } from './asked.js'

export const PARTS = ['year', 'division', 'account', 'unit', 'supplier', 'contract', 'following'] as const
export type Part = (typeof PARTS)[number]
/**
 * Division in two digits, account and unit as the ledger writes them ('6412 Livsmedel'), supplier and contract by their
 * addresses, following as attribution.ts has it. A part that is absent may be anything; `NONE` is lines for which the file
 * does not state it, or for which it could not be worked out.
 */
export type Selection = { readonly [P in Part]?: string | undefined }
export const NONE = 'none'

const FORMS: Readonly<Record<Part, RegExp>> = {
  year: /^(19|20)\d\d$/,
  division: /^(\d\d|none)$/,
  account: /^[^]{1,400}$/,
  unit: /^[^]{1,400}$/,
  supplier: /^[a-z0-9-]{1,200}$/,
  contract: /^[a-z0-9-]{1,200}$/,
  following: /^(under|beside|without|unclear|unknown)$/,
}

/** Whether it asks for something that is not in the ledger but was judged of it. */
export const isJudged = ({ division, contract, following }: Selection): boolean =>
  division !== undefined || contract !== undefined || following !== undefined

/** What cannot be understood is left out. */
export const selectionOf = (query: Readonly<Record<string, string>>): Selection =>
  Object.fromEntries(PARTS.map((part) => [part, stated(query[part], FORMS[part])]))

export const isNarrowed = (selection: Selection): boolean => PARTS.some((part) => selection[part] !== undefined)

/** Where the lines behind a sum stand. */
export const purchasesAddress = (buyer: string, selection: Selection = {}, page = 1): string =>
  addressed(`/buyers/${buyer}/purchases`, { ...selection, page: page === 1 ? undefined : page })
