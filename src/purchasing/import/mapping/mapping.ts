/**
 * Which column of a file holds which of our fields: a plain value that a person confirms once, kept and found again by
 * the file's header. Unknown keys are refused.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { refuse, type Refusal } from '../../../kit/refuse.js'
import { say } from '../../../kit/words/index.js'
import { folded } from '../fields.js'
import { FIELDS, KINDS } from './names.js'

const Buyer = z.strictObject({
  organisationNumber: z.string().min(1),
  name: z.string().min(1),
})

const MappingShape = z.strictObject({
  kind: z.enum(KINDS),
  /** Of the header it was made for: `headKey(columns)`. */
  headKey: z.string(),
  /** The file's own column names, by our fields. */
  columns: z.partialRecord(z.enum(FIELDS), z.string().min(1)),
  days: z.strictObject({
    order: z.enum(['ymd', 'dmy', 'mdy']).optional(),
    six: z.enum(['yyyymm', 'yymmdd']),
    isSerial: z.boolean(),
  }),
  /** The sign before the decimals of an amount. */
  decimal: z.enum([',', '.']).optional(),
  currency: z.enum(['SEK', 'EUR', 'GBP', 'NOK', 'DKK']),
  /** Whether the amounts of a ledger include VAT. */
  vat: z.enum(['included', 'excluded', 'unknown']),
  /** Whose file it is, for rows that do not say. */
  buyer: Buyer.optional(),
  /** Buyers without a number are known by their names: English councils have no organisation number. */
  buyersByName: z.boolean().optional(),
})
export type Mapping = z.infer<typeof MappingShape>

/** Refused when it is no mapping, or one of another shape. */
export function parseMapping(value: unknown): Mapping | Refusal {
  const read = MappingShape.safeParse(value)
  if (read.success) return read.data
  const place = read.error.issues[0]?.path.join('.') ?? ''
  return refuse(say('purchasing.import.mapping.notMapping', { place }), 400)
}

/** The same for the same columns in any order, however they are capitalised and spaced. */
export const headKey = (columns: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify([...new Set(columns.map(squeezed).filter(Boolean))].sort()))
    .digest('hex')
    .slice(0, 32)

/** 'Förlängn. (mån)' is 'forlangnman'. */
export const squeezed = (column: string): string => folded(column).replace(/[^a-z0-9]/g, '')
