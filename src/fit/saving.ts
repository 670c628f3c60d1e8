/** What a known switch could save of what is bought at an opening now, or what is missing for that to be known. Pure. */
import type { SavingFound, Switched } from '../impact/index.js'

/** Answers for contracts by their addresses, taken together. */
export type SavingsFound = (addresses: readonly string[]) => SavingFound

export type OpeningSaving =
  | { readonly kind: 'known'; readonly largest: Switched; readonly others: number }
  /** 'quantities': no invoice tells any. 'switch': they are told, of nothing that has a known switch. */
  | { readonly kind: 'missing'; readonly what: 'quantities' | 'switch' }

/** Of the contracts of an opening, each counted once however many suppliers hold it. */
export function savingAt(contracts: readonly { readonly address: string }[], found: SavingsFound): OpeningSaving {
  const { switches, inQuantities } = found([...new Set(contracts.map(({ address }) => address))])
  const [largest, ...others] = switches.filter(({ saving }) => saving.yearly > 0)
  if (largest) return { kind: 'known', largest, others: others.length }
  return { kind: 'missing', what: inQuantities ? 'switch' : 'quantities' }
}
