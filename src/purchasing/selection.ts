/** Which lines of a buyer's ledgers are meant: the parts of a sum, from the page that shows it to the page that opens it. */
import { addressed, stated } from './asked.js'

export const PARTS = ['year', 'division', 'account', 'unit', 'supplier'] as const
export type Part = (typeof PARTS)[number]
/**
 * Division in two digits, account and unit as the ledger writes them ('6412 Livsmedel'), supplier by its address. A part
 * that is absent may be anything; `NONE` is lines for which the file does not state it.
 */
export type Selection = { readonly [P in Part]?: string | undefined }
export const NONE = 'none'

const FORMS: Readonly<Record<Part, RegExp>> = {
  year: /^(19|20)\d\d$/,
  division: /^(\d\d|none)$/,
  account: /^[^]{1,400}$/,
  unit: /^[^]{1,400}$/,
  supplier: /^[a-z0-9-]{1,200}$/,
}

/** What cannot be understood is left out. */
export const selectionOf = (query: Readonly<Record<string, string>>): Selection =>
  Object.fromEntries(PARTS.map((part) => [part, stated(query[part], FORMS[part])]))

export const isNarrowed = (selection: Selection): boolean => PARTS.some((part) => selection[part] !== undefined)

/** Where the lines behind a sum stand. */
export const purchasesAddress = (buyer: string, selection: Selection = {}, page = 1): string =>
  addressed(`/buyers/${buyer}/purchases`, { ...selection, page: page === 1 ? undefined : page })
