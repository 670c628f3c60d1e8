/** What several addresses ask of a request in the same way. */
import { dayOfInstant, instantOf, type Day } from '../../kit/day.js'
import { NotFound, type Request } from '../../web/http.js'
import type { AskedOfList } from '../asked.js'

export const today = (c: Request): Day => dayOfInstant(instantOf(c.var.now))

/** A list has a first page, however short, and none after its last. */
export function beforeTheEnd({ page }: AskedOfList, rows: readonly unknown[]): void {
  if (page > 1 && rows.length === 0) throw new NotFound()
}

/** For everyone else there is nothing to act on. */
export function operatorActs(c: Request): void {
  if (c.var.reader.reach !== 'internal') throw new NotFound()
}
