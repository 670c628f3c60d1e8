/**
 * Who has verified what: a person and a day for a number or for a place in the law. It is handed in, like the case; nothing that
 * ships is verified, since only the installation's own lawyer or officer can stand for it.
 */
import type { Cited, Verification } from './cites.js'

/** By `keyOf` a place, or `numberKey` of a number. */
export type Verified = Readonly<Record<string, Verification>>

export const keyOf = ({ source, place, number }: Cited): string => number ?? `${source} ${place}`

const marked =
  (verified: Verified) =>
  (cite: Cited): Cited => {
    const by = Object.hasOwn(verified, keyOf(cite)) ? verified[keyOf(cite)] : undefined
    return by ? { ...cite, verified: by } : cite
  }

/** The same with each place naming who has verified it. */
export const markedCites = (cites: readonly Cited[], verified: Verified = {}): readonly Cited[] =>
  cites.map(marked(verified))

export const once = (cites: readonly Cited[]): readonly Cited[] => [
  ...new Map(cites.map((cite) => [keyOf(cite), cite])).values(),
]
