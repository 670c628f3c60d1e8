/** Normally distributed numbers by Box and Muller, from a fixed seed: what is drawn by chance is the same every time. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

const SEED = 20261123

export function gaussians(): () => number {
  const random = xoroshiro128plus(SEED)
  return () => {
    const [u, v] = [1 - uniformFloat64(random), uniformFloat64(random)]
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v)
  }
}
