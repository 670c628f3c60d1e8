/** What a written case may hold, field by field; each wrong one says what it should be. */
import { z } from 'zod'
import { dayOf } from '../kit/day.js'
import { hundredthsOf } from '../kit/money.js'
import { OWN_TIMES, RECURS, SUBJECTS } from './rules/case.js'
import { QUESTIONS } from './rules/questions.js'
import { PARTS } from './rules/value.js'

/** What is wrong with a field, where the schema itself has to say it. */
export const KINDS = ['day', 'amount', 'number', 'yesNo', 'answer', 'by', 'text'] as const
type Kind = (typeof KINDS)[number]

const checked = <T>(read: (written: unknown) => T | undefined, kind: Kind) =>
  z.unknown().transform((written, context): T => {
    const found = read(written)
    if (found !== undefined) return found
    context.addIssue({ code: 'custom', message: kind })
    return z.NEVER
  })

/** A form writes every value as text; a file writes numbers. */
const numberOf = (written: unknown): number | undefined =>
  typeof written === 'number' ? written : typeof written === 'string' && /^\d+$/.test(written) ? +written : undefined

function oreOf(written: unknown): number | undefined {
  const ore = typeof written === 'string' ? hundredthsOf(written) : exactly(written)
  return ore !== undefined && ore >= 0 ? ore : undefined
}

function exactly(kronor: unknown): number | undefined {
  if (typeof kronor !== 'number' || Number(kronor.toFixed(2)) !== kronor) return undefined
  const ore = Math.round(kronor * 100)
  return Number.isSafeInteger(ore) ? ore : undefined
}

const BOOLEANS: Readonly<Record<string, boolean>> = { true: true, false: false, yes: true, no: false }
const Amount = checked(oreOf, 'amount')
/** A framework may last four years and a half. */
const Years = checked(
  (written) => (/^\d{1,2}(\.\d{1,2})?$/.test(String(written)) ? Number(written) : undefined),
  'number',
)
const Whole = checked(numberOf, 'number')
const CalendarDay = checked((written) => (typeof written === 'string' ? dayOf(written) : undefined), 'day')
const Yes = checked((written) => BOOLEANS[String(written)], 'yesNo')
const Text = z.string({ error: 'text' }).trim().min(1, 'text').max(200, 'text')
const By = z.string({ error: 'by' }).trim().min(1, 'by').max(200, 'by')
const Spread = z.preprocess(
  (written) => (typeof written === 'object' ? written : { least: written, most: written }),
  z.strictObject({ least: Amount, most: Amount }),
)

const Says = z.enum(['yes', 'no', 'unknown'], 'answer')
const Judged = z.preprocess(
  (written) => (typeof written === 'string' ? { says: written } : written),
  z.strictObject({ says: Says, by: By.optional() }, 'answer'),
)

const each = <Name extends string, Schema extends z.ZodType>(names: readonly Name[], schema: Schema) =>
  z.strictObject(
    Object.fromEntries(names.map((name) => [name, schema.optional()])) as Record<Name, z.ZodOptional<Schema>>,
  )

export const CaseFile = z.strictObject({
  begunOn: CalendarDay.optional(),
  startOn: CalendarDay.optional(),
  neededBy: CalendarDay.optional(),
  subject: z.enum(SUBJECTS).optional(),
  category: z.string().optional(),
  value: Spread.optional(),
  parts: z
    .array(z.strictObject({ part: z.enum(PARTS), value: Spread, name: Text.optional(), by: By.optional() }))
    .optional(),
  recurs: z.enum(RECURS).optional(),
  electronic: Yes.optional(),
  answers: each(QUESTIONS, Judged).optional(),
  answeredBy: By.optional(),
  ownDays: each([...OWN_TIMES.sufficient, ...OWN_TIMES.local], Whole).optional(),
  frameworkYears: Years.optional(),
  city: z
    .strictObject({
      meetings: z.array(CalendarDay),
      handInDays: Whole,
      delegationBelow: Amount,
      closedJuly: Yes,
    })
    .partial()
    .optional(),
  change: z.strictObject({ contract: Amount, increase: Amount, earlier: Amount.optional() }).optional(),
  running: z
    .strictObject({ from: CalendarDay, to: CalendarDay, extendableTo: CalendarDay, ceiling: Amount, used: Amount })
    .partial()
    .optional(),
})
export type CaseFile = z.infer<typeof CaseFile>
