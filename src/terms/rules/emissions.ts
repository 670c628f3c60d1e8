/** What a contract is expected to save in emissions: docs/method/term.md, section 4. Kilograms of CO2 equivalents. */
export interface Emissions {
  /** From a unit as bought today, and from one as offered. */
  readonly now: number
  readonly offered: number
  /** How much today's fall a year by themselves, as a fraction. */
  readonly fall: number
  /** Units a year. */
  readonly quantity: number
}

/** ΔE(T) = P·Σ q(e₀(1 − η)ᵗ − e₁) over whole years, in kg: nothing is saved unless the investment is made. Less than 0 is more. */
export function emissionsSaved({ now, offered, fall, quantity }: Emissions, term: number, probability: number): number {
  let saved = 0
  for (let year = 1; year <= term; year += 1) saved += quantity * (now * (1 - fall) ** year - offered)
  return probability * saved
}
