/** Where the climate pages stand. */
import type { Seen } from './seen.js'

/** Buyers stand in addresses by their organisation numbers. */
export interface At {
  readonly year?: number | undefined
  readonly buyer?: string | undefined
  readonly by?: Seen['by'] | undefined
}

export const climateAddress = (at: At = {}): string => addressed('/climate', at)
/** One row of it, opened: `of` is the row's key, absent for the whole. */
export const figureAddress = (at: At, of?: string): string => addressed('/climate/figure', { ...at, of })

function addressed(path: string, { by, ...asked }: At & { readonly of?: string | undefined }): string {
  const said = Object.entries({ ...asked, by: by === 'category' ? undefined : by }).filter(
    ([, value]) => value !== undefined,
  )
  const query = new URLSearchParams(said.map(([name, value]): [string, string] => [name, String(value)])).toString()
  return query === '' ? path : `${path}?${query}`
}
