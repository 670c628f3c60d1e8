/** What an address asks of a list. What cannot be understood is left out: a list is never an error. */
export interface AskedOfList {
  readonly words: string
  readonly page: number
  readonly skip: number
  readonly most: number
}

const ROWS = 25
const LONGEST = 100

export function askedOfList(query: Readonly<Record<string, string>>): AskedOfList {
  const written = Number(query['page'] ?? 1)
  const page = Number.isInteger(written) && written >= 1 && written <= 10_000 ? written : 1
  return { words: (query['q'] ?? '').trim().slice(0, LONGEST), page, skip: (page - 1) * ROWS, most: ROWS }
}

/** Undefined where the address does not say it, or not in this form. */
export const stated = (written: string | undefined, form: RegExp): string | undefined =>
  written !== undefined && form.test(written) ? written : undefined

export const pagesOf = (found: number): number => Math.max(1, Math.ceil(found / ROWS))

/** '/buyers?q=bygg&page=2', without what is not asked for. */
export function addressed(path: string, asked: Readonly<Record<string, string | number | undefined>>): string {
  const said = Object.entries(asked).filter(([, value]) => value !== undefined && value !== '')
  const query = new URLSearchParams(said.map(([name, value]): [string, string] => [name, String(value)])).toString()
  return query === '' ? path : `${path}?${query}`
}
