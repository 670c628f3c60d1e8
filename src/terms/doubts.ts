/**
 * A share below one per cent where a hundred times as much is plausible: 0.08 in a field of per cent, by someone who meant
 * 8 %. It is reckoned with as it stands, and asked about. Pure.
 */
import { unitOf, type Asked, type Field } from './asked.js'
import { INPUTS, type Accepted } from './rules/inputs.js'

export interface Doubt {
  readonly field: Field
  /** Fractions. */
  readonly read: number
  readonly meant: number
}

export const doubtsIn = ({ numbers, written }: Pick<Asked, 'numbers' | 'written'>): Doubt[] =>
  (Object.entries(numbers) as [Field, number][])
    .filter(([field, read]) => unitOf(field) === 'share' && read > 0 && read < 0.01)
    .map(([field, read]) => ({ field, read, meant: Number((read * 100).toPrecision(12)) }))
    .filter(({ field, meant }) => !written[field]?.endsWith('%') && isPlausible(field, meant))

/** Where nothing is known to be plausible, any share is. */
function isPlausible(field: Field, value: number): boolean {
  const inputs: Readonly<Partial<Record<Field, Accepted>>> = INPUTS
  const [low, high] = inputs[field]?.plausible ?? [0, 1]
  return value >= low && value <= high
}
