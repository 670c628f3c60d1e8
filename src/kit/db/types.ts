/**
 * One reading of PostgreSQL's types on both databases: int8 and numeric are numbers (a number that would not be exact
 * is refused, never rounded), date is a Day text, timestamptz an Instant text, bytea a Uint8Array.
 */
const INT8 = 20
const NUMERIC = 1700
const DATE = 1082
const TIMESTAMPTZ = 1184

function exactInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`${text} is too large to be exact`)
  return value
}

export const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: exactInteger,
  [NUMERIC]: (text) => (text.includes('.') || text === 'NaN' ? Number(text) : exactInteger(text)),
  [DATE]: (text) => text,
  [TIMESTAMPTZ]: (text) => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString(),
}
