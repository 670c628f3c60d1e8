/** What every request carries, and how a module's addresses are made: each lives under /sv and /en. */
import { Hono, type Context } from 'hono'
import type { Actor } from '../kit/actor.js'
import type { Database } from '../kit/db/index.js'
import type { Instant } from '../kit/day.js'
import type { Reader } from './reader.js'

/** What the pages may say about the installation they are served by. Never where its data lies. */
export interface Installation {
  readonly database: 'embedded' | 'server'
  readonly version: string
  readonly lastBackup: Instant | undefined
  /** How many backups there are now. */
  readonly backups: number
  /** How many of the daily ones are kept. */
  readonly dailyBackupsKept: number
  /** How the one who runs it is reached, as they wrote it: an e-mail address, a web address or plain words. */
  readonly contact: string | undefined
  /** Whether what it shows is the invented city. */
  readonly sample: boolean
}
export interface Carried {
  Variables: {
    db: Database
    reader: Reader
    now: Date
    installation: Installation
    /** Who acts; on the operator's own pages only. */
    actor: Actor
  }
}
export type Request = Context<Carried>
export const addresses = () => new Hono<Carried>()

/** Thrown by a page whose row does not exist, or may not be seen; both look the same from outside. */
export class NotFound extends Error {}
