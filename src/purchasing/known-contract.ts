/** A contract as those know it who add a section to its page: what the sources within reach tell, and how it stands. */
import type { State } from './renewal.js'
import type { ContractShown } from './store/contract-page.js'

export interface KnownContract extends ContractShown {
  /** How many suppliers hold it, the unnamed among them. */
  readonly holders: number
  readonly state: State
}
