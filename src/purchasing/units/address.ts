/** Where a unit stands under its buyer. What folding may have made alike is kept apart. */
import { addressOf, shortDigest } from '../names.js'

export const unitAddress = (name: string): string =>
  addressOf(name) + (/^[a-z0-9]{1,40}$/.test(name) ? '' : `-${shortDigest(name)}`)
