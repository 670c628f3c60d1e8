/** The sample city, Älvhamns stad: three files made from the description beside this one, the same every time. */
import { awards } from './awards.js'
import { description } from './description.js'
import { ledger } from './ledger.js'
import { register } from './register.js'

export type Sample = {
  readonly ledger: string
  readonly awards: string
  readonly register: string
}

export function buildSample(): Sample {
  const of = description()
  return { ledger: ledger(of), awards: awards(of), register: register(of) }
}
