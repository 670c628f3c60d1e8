/** What a row is called: a category and a group in the reader's language, a unit and an account as their file writes them. */
import { isCode, labelOf } from '../categories/index.js'
import type { Words } from '../kit/words/index.js'
import { isServed } from '../purchasing/index.js'
import { NONE, type Names, type OpenWay } from './seen.js'

export interface Called {
  readonly name: string
  /** In the language of its source, whatever the page's. */
  readonly written?: true
}

export function rowCalled(by: OpenWay, key: string, book: Names, words: Words): Called {
  if (by === 'category') return { name: divisionCalled(key, words) }
  if (by === 'people') return { name: words(`purchasing.units.served.${isServed(key) ? key : 'unknown'}`) }
  if (by === 'unit' && key === NONE) return { name: words('impact.page.noUnit') }
  const names = by === 'unit' ? book.units : book.accounts
  return { name: names.get(Number(key))?.name ?? key, written: true }
}

/** By its first two digits. */
export function divisionCalled(key: string | null, words: Words): string {
  const code = `${key}000000`
  return isCode(code) ? labelOf(code, words.language) : words('impact.page.noCategory')
}

export const categoryCalled = (digits: string | null, words: Words): string =>
  digits !== null && isCode(digits) ? labelOf(digits, words.language) : words('impact.page.noCategory')
