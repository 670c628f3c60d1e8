/**
 * How 'the operator on this machine' is known until people can sign in: by a link that whoever owns the data folder can
 * make, changed for a cookie that the browser sends to `/sv/me` and `/en/me` only. Both are signed with a key in the folder.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeOnce } from '../kit/files.js'

const LINK_HOURS = 24
const COOKIE_DAYS = 30

export interface OperatorKey {
  /** What the link carries; good for a day. */
  readonly ticket: (now: Date) => string
  readonly isTicket: (text: string, now: Date) => boolean
  readonly cookie: (now: Date) => string
  readonly isCookie: (text: string, now: Date) => boolean
  /** Cookies know no ports: two installations on one machine must not overwrite each other's. */
  readonly cookieName: string
  readonly cookieSeconds: number
}

/** Read from the folder, or made there, readable by its owner only. Taking the file away signs every browser out. */
export function operatorKey(folder: string): OperatorKey {
  const key = keyIn(join(folder, 'operator.key'))
  const sign = (text: string) => createHmac('sha256', key).update(text).digest('base64url')
  const made = (purpose: string, until: number) => `${until}.${sign(`${purpose} ${until}`)}`
  const holds = (purpose: string, text: string, now: Date) => {
    const until = Number(text.split('.')[0])
    return Number.isSafeInteger(until) && until > now.getTime() && same(text, made(purpose, until))
  }
  return {
    ticket: (now) => made('link', now.getTime() + LINK_HOURS * 3_600_000),
    isTicket: (text, now) => holds('link', text, now),
    cookie: (now) => made('cookie', now.getTime() + COOKIE_DAYS * 86_400_000),
    isCookie: (text, now) => holds('cookie', text, now),
    cookieName: `fairlane_${sign('name').slice(0, 8)}`,
    cookieSeconds: COOKIE_DAYS * 86_400,
  }
}

function keyIn(file: string): Buffer {
  makeOnce(file, randomBytes(32).toString('hex'))
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
