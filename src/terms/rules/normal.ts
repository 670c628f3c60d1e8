/**
 * Φ, the probability that a standard normal number is below x, by its series around 0 (Marsaglia 2004, "Evaluating the
 * normal distribution"). Right to 15 decimals; beyond 8 it is 0 or 1 to as many.
 */
export function normalBelow(x: number): number {
  if (x <= -8) return 0
  if (x >= 8) return 1
  let sum = x
  let term = x
  for (let next = 3, before = 0; sum !== before; next += 2) {
    before = sum
    term *= (x * x) / next
    sum += term
  }
  return Math.min(1, Math.max(0, 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI)))
}
