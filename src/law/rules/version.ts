/**
 * Which rules an answer was given by: the day since which they stand, and a digest of the printed table of rules. What is
 * shared carries it, so that a later reader is told when the rules are no longer these.
 */
import { day, dayOf, type Day } from '../../kit/day.js'
import type { Answered } from './answer.js'
import type { Dated } from './numbers/dated.js'
import { VERDICTS, type Verdict } from './reason.js'
import { ROUTES, type RouteId } from './routes/route.js'
import { lawTable } from './table.js'

/** Changed together whenever a rule or a number is; a test holds them to the rules. */
export const RULES = { on: day('2026-11-23'), digest: '88091e2f' }

/** `2026-11-24.1a2b3c4d`; another one where the installation has entered numbers of its own. */
export const rulesVersion = (entered: readonly Dated[] = []): string =>
  `${RULES.on}.${digestOf(JSON.stringify(lawTable(entered)))}`

/** FNV-1a of 32 bits: it notices a change and protects against nobody. */
function digestOf(text: string): string {
  let digest = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) digest = Math.imul(digest ^ text.charCodeAt(at), 0x01000193)
  return (digest >>> 0).toString(16).padStart(8, '0')
}

/** What one route was answered with. */
export interface Kept {
  readonly route: RouteId
  readonly verdict: Verdict
  readonly earliest?: Day
  readonly likely?: Day
}

/** What was answered, short enough for an address: `open.unverified.2027-01-09.2027-02-11`, the routes joined by `_`. */
export const writeKept = (answers: readonly Answered[]): string =>
  answers
    .map(({ route, verdict, earliest, likely }) =>
      [route, verdict, earliest.firstDay ?? '', likely.firstDay ?? ''].join('.'),
    )
    .join('_')

/** Undefined when it is not what `writeKept` writes. */
export function readKept(written: string): readonly Kept[] | undefined {
  const found = written.split('_').map(keptIn)
  return found.every((one) => one !== undefined) ? found : undefined
}

function keptIn(written: string): Kept | undefined {
  const [route, verdict, first, likely, ...more] = written.split('.')
  const known = ROUTES.find((one) => one === route)
  const judged = VERDICTS.find((one) => one === verdict)
  if (!known || !judged || first === undefined || likely === undefined || more.length) return undefined
  const [earliest, probably] = [dayOf(first), dayOf(likely)]
  if ((first && !earliest) || (likely && !probably)) return undefined
  return { route: known, verdict: judged, ...(earliest && { earliest }), ...(probably && { likely: probably }) }
}

/** The routes that would be answered otherwise today: by changed rules, numbers or verifications. */
export const changedSince = (kept: readonly Kept[], now: readonly Answered[]): readonly RouteId[] =>
  now
    .filter(({ route, verdict, earliest, likely }) => {
      const before = kept.find((one) => one.route === route)
      return before?.verdict !== verdict || before.earliest !== earliest.firstDay || before.likely !== likely.firstDay
    })
    .map(({ route }) => route)
