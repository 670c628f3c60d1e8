/** The sample city, Älvhamns stad: its files made from the description beside this one, the same every time. */
import { awards } from './awards.js'
import { description } from './description.js'
import { documents } from './documents.js'
import { booked, ledger } from './ledger.js'
import { contractsOf, register } from './register.js'

export type Sample = {
  readonly ledger: string
  readonly awards: string
  readonly register: string
}

export const buildSample = (): Sample => built().files()

/** With it, as a zip, the electronic invoices for food and furniture of the last year; their postings stand in the ledger. */
export function buildWithInvoices(): { readonly files: Sample; readonly invoices: Uint8Array } {
  const { files, invoices } = built()
  return { files: files(), invoices: invoices() }
}

function built() {
  const of = description()
  const contracts = contractsOf(of)
  const books = booked(of, contracts)
  return {
    files: (): Sample => ({ ledger: ledger(of, books), awards: awards(of), register: register(of, contracts) }),
    invoices: (): Uint8Array => documents(of, books),
  }
}
