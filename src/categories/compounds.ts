/**
 * Swedish writes new things as one word: 'linsfärs', 'elbussar', 'skolmåltider'. A compound is split where each part
 * is a word we know; the linking letter (skolE-, kontorS-, gatU-) belongs to the part before it.
 */
import { isCommon, stemOf } from './tokens.js'

export interface KnownWords {
  has(stem: string): boolean
}

/** Words of three letters or fewer that do begin or end compounds; any other short word is more often a coincidence. */
const SHORT = new Set(
  `el it va ai bad bil bok bro båt bår bus dag ful gas gat gym hav hem hus hud hår hör hot jul kaj kök lek led
     lim lin lås mat mur mål nät olj ost park rum rör sal sim sju sko snö sol sop sot spår säd tak tal tid tag
     tåg tyg tvä ull ved vin väg våg vår ägg öga öl dam fot ben djur fisk iot bas ris is tv pc vvs ljud luft bank
     mjöl kaf barn frö skog sand sten trä virk vat salt slam`.split(/\s+/),
)
const LINK = /[saeou]$/

/** The stems of the parts, first to last; empty when the word does not come apart. */
export function partsOf(word: string, known: KnownWords, depth = 3): string[] {
  let best: string[] = []
  for (let at = 2; at <= word.length - 3; at++) {
    const head = headOf(word.slice(0, at), known)
    if (!head) continue
    const tail = word.slice(at)
    const stem = stemOf(tail)
    const parts = isPart(stem, tail, known)
      ? [head, stem]
      : depth > 1
        ? after(head, partsOf(tail, known, depth - 1))
        : []
    if (parts.length && better(parts, best)) best = parts
  }
  return best
}

/** The longest known end of a word whose beginning we do not know: 'fyllnadssensorer' is at least a sensor. */
export function knownEndOf(word: string, known: KnownWords): string | undefined {
  for (let at = 3; at <= word.length - 5; at++) {
    const tail = word.slice(at)
    if (isCommon(tail)) continue
    const stem = stemOf(tail)
    if (stem.length >= 5 && known.has(stem)) return stem
  }
  return undefined
}

/**
 * The longest known beginning, where the end is unknown too: 'slamomhändertagande' is at least about sludge. Four letters
 * must be a word: 'prot-' of prostheses also begins 'protokoll'.
 */
export function knownBeginningOf(word: string, known: KnownWords): string | undefined {
  for (let at = word.length - 4; at >= 4; at--) {
    const head = headOf(word.slice(0, at), known)
    if (head && (head.length >= 5 || SHORT.has(head))) return head
  }
  return undefined
}

const after = (head: string, tail: string[]): string[] => (tail.length ? [head, ...tail] : [])

function headOf(slice: string, known: KnownWords): string | undefined {
  if (isHead(slice, known)) return slice
  if (slice.endsWith('ar') && isHead(`${slice}e`, known)) return `${slice}e`
  if (LINK.test(slice)) {
    const bare = slice.slice(0, -1)
    if (isHead(bare, known)) return bare
  }
  if (!INFLECTED.test(slice)) return undefined
  const stem = stemOf(slice)
  return isHead(stem, known) && !isCommon(slice) ? stem : undefined
}

/** Only these beginnings differ from their stem by more than a linking letter ('möbel-', 'utbildnings-'). */
const INFLECTED = /(?:nings?|hets?|el|er|en|ar|or)$/
const isHead = (part: string, known: KnownWords): boolean =>
  (part.length >= 4 || SHORT.has(part)) && known.has(part) && !isCommon(part)
const isPart = (stem: string, word: string, known: KnownWords): boolean =>
  (stem.length >= 4 || SHORT.has(stem)) && !isCommon(word) && known.has(stem)

/** Fewer parts first; then the split whose shortest part is longest. */
const better = (parts: string[], than: string[]): boolean =>
  than.length === 0 || parts.length < than.length || (parts.length === than.length && shortest(parts) > shortest(than))
const shortest = (parts: string[]): number => Math.min(...parts.map((part) => part.length))
