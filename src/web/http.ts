/** What every request carries, and how a module's addresses are made: each lives under /sv and /en. */
import { Hono, type Context } from 'hono'
import type { Database } from '../kit/db/index.js'
import type { Reader } from './reader.js'

export interface Carried {
  Variables: { db: Database; reader: Reader; now: Date }
}
export type Request = Context<Carried>
export const addresses = () => new Hono<Carried>()

/** Thrown by a page whose row does not exist, or may not be seen; both look the same from outside. */
export class NotFound extends Error {}
