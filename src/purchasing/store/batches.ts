/** Reading a long table a batch at a time, so that its length costs no memory and pages are read in between. */
import { asBatch } from '../../kit/db/index.js'

const ROWS_AT_A_TIME = 5000

/** `after` answers the rows after the one given, or the first, in a fixed order; none after the last. */
export async function* inBatches<T>(
  after: (last: T | undefined, most: number) => Promise<readonly T[]>,
): AsyncGenerator<readonly T[]> {
  const next = (last: T | undefined) => asBatch(() => after(last, ROWS_AT_A_TIME))
  for (let rows = await next(undefined); rows.length > 0; rows = await next(rows.at(-1))) yield rows
}
