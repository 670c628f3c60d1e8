/** Where the climate pages stand. */
import type { Seen } from './seen.js'

/** Buyers stand in addresses by their organisation numbers. */
export interface At {
  readonly year?: number | undefined
  readonly buyer?: string | undefined
  readonly by?: Seen['by'] | undefined
}

export const climateAddress = (at: At = {}): string => addressed('/climate', at)
/** One row of it, opened: `of` is the row's key, absent for the whole. Its steps stand on pages from 1. */
export const figureAddress = (at: At, of?: string, page = 1): string =>
  addressed('/climate/figure', { ...at, of, page })

export const decisionsAddress = (page = 1): string => addressed('/climate/decisions', { page })

type Asked = At & { readonly of?: string | undefined; readonly page?: number }

function addressed(path: string, { by, page, ...asked }: Asked): string {
  const usual = { by: by === 'category' ? undefined : by, page: page === 1 ? undefined : page }
  const said = Object.entries({ ...asked, ...usual }).filter(([, value]) => value !== undefined)
  const query = new URLSearchParams(said.map(([name, value]): [string, string] => [name, String(value)])).toString()
  return query === '' ? path : `${path}?${query}`
}
