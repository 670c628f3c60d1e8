/**
 * Rows of one query as a value in a row of another, so that a page asks once: on a server a question costs more than most
 * answers. Days and numbers are read as ever; an instant comes as JSON writes it, to be read by `new Date`.
 */
import { sql, type RawBuilder } from 'kysely'

/** In the order of the query. */
export const nested = (query: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`(select coalesce(json_agg(told), '[]')::text from (${query}) told)`

/** A number that would not be exact is refused, never rounded. */
export const nestedRows = <Row>(text: string): Row[] =>
  JSON.parse(text, (_, value: unknown) => {
    if (Number.isInteger(value) && !Number.isSafeInteger(value))
      throw new Error(`${String(value)} is too large to be exact`)
    return value
  }) as Row[]
