/** Keeps natural persons out: what looks like one, and a row as written without it. */
import type { Row } from './statement.js'

/** Ten digits (or twelve with the century) that begin with a day of birth; coordination numbers add 60 to the day. */
export function isPersonal(written: string): boolean {
  const match = /^(?:19|20)?\d{2}(\d{2})(\d{2})[-+]?\d{4}$/.exec(written.replace(/\s/g, ''))
  if (!match) return false
  const month = Number(match[1])
  const dayOfMonth = Number(match[2]) % 60
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= 31
}

export const MASK = '•••'
const WITHHELD = /^(personuppgift(er)?|sekretess|skyddade? (identitet|uppgift(er)?|personuppgift(er)?)|maskera[dt])\b/i
export const isWithheld = (name: string): boolean => WITHHELD.test(name)

/** The row as written, but for every cell that looks like a personal number and the names given. */
export function masked(row: Row, names: readonly string[] = []): string {
  const hidden = [...row.cells.filter((cell) => isPersonal(cell.trim())), ...names].map((cell) => cell.trim())
  return hidden
    .filter((cell) => cell !== '')
    .reduce((text, cell) => text.replaceAll(cell.replaceAll('"', '""'), MASK).replaceAll(cell, MASK), row.original)
}
