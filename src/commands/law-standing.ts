/** What of the law is entered and verified in an installation, and the acts that change it. */
import type { Installation } from '../installation/index.js'
import { OPERATOR } from '../kit/actor.js'
import { idOf } from '../kit/id.js'
import { refused, type Refusal } from '../kit/refuse.js'
import {
  enteredNumbers,
  enterNumber,
  lawHeld,
  verifyLaw,
  withdrawNumber,
  withdrawVerification,
  type EnteredNumber,
  type LawHeld,
  type NumberWritten,
  type VerifyWritten,
} from '../law/index.js'

export type LawAsked =
  | { readonly do: 'list' }
  | { readonly do: 'enter'; readonly number: NumberWritten }
  | { readonly do: 'verify'; readonly verified: VerifyWritten }
  | { readonly do: 'withdraw'; readonly what: readonly string[] }

/** How it stands, as plain JSON. */
export interface LawStanding {
  readonly numbers: readonly EnteredNumber[]
  readonly held: LawHeld
}

/** Does what is asked, and answers how it stands then. */
export async function lawStanding(db: Installation['db'], asked: LawAsked): Promise<LawStanding | Refusal> {
  const done = await doneTo(db, asked)
  if (refused(done)) return done
  return { numbers: await enteredNumbers(db), held: await lawHeld(db) }
}

async function doneTo(db: Installation['db'], asked: LawAsked): Promise<object | Refusal> {
  const now = new Date()
  if (asked.do === 'enter') return enterNumber(db, asked.number, OPERATOR, now)
  if (asked.do === 'verify') return verifyLaw(db, asked.verified, OPERATOR, now)
  if (asked.do === 'list') return {}
  const [first] = asked.what
  return asked.what.length === 1 && first !== undefined && idOf(first)
    ? withdrawNumber(db, first, OPERATOR, now)
    : withdrawVerification(db, asked.what, OPERATOR, now)
}
