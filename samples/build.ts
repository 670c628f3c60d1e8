/** The sample city, Älvhamns stad: its files made from the description beside this one, the same every time. */
import { awards } from './awards.js'
import { description, type Description } from './description.js'
import { documents } from './documents.js'
import { booked, ledger, type Booked } from './ledger.js'
import { register } from './register.js'

export type Sample = {
  readonly ledger: string
  readonly awards: string
  readonly register: string
}

export function buildSample(): Sample {
  const of = description()
  return files(of, booked(of))
}

/** With it, as a zip, the electronic invoices for food and furniture of the last year; their postings stand in the ledger. */
export function buildWithInvoices(): { readonly files: Sample; readonly invoices: Uint8Array } {
  const of = description()
  const books = booked(of)
  return { files: files(of, books), invoices: documents(of, books) }
}

const files = (of: Description, books: readonly Booked[]): Sample => ({
  ledger: ledger(of, books),
  awards: awards(of),
  register: register(of),
})
