/**
 * An idea as a file. Described for those who write one in docs/method/fit.md:
 *
 *   title: Återbrukade kontorsmöbler med fem års garanti
 *   text: Skrivbord och stolar som vi renoverar i vår verkstad.
 *   categories: ['39130000']
 */
import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { say, type Message } from '../kit/words/index.js'
import type { FormError } from './form-error.js'
import { BOUNDS, isWithin, NUMBERS, writtenOf, type NumberName, type Numbers } from './numbers.js'

export const TITLE = { least: 3, most: 200 }
export const TEXT = { most: 4000 }

export interface Idea {
  readonly title: string
  readonly text: string
  readonly numbers?: Numbers | undefined
}

/** What each form carries on, since nothing is stored. */
export const fieldsOf = ({ title, text, numbers = {} }: Idea): Record<string, string> => ({
  title,
  text,
  ...writtenOf(numbers),
})

/** Counted as the page counts them: a character outside the basic plane is one, and so is the end of a line. */
const lengthOf = (text: string): number => [...text.replaceAll('\r\n', '\n')].length

/** What must be mended before the idea is asked about; nothing is cut. */
export function wrongIn({ title, text }: Idea): FormError[] {
  const [ofTitle, ofText] = [lengthOf(title), lengthOf(text)]
  const errors: FormError[] = []
  if (ofTitle < TITLE.least) errors.push({ field: 'title', message: say('fit.form.missingTitle') })
  if (ofTitle > TITLE.most)
    errors.push({ field: 'title', message: say('fit.form.longTitle', { most: TITLE.most, count: ofTitle }) })
  if (ofText > TEXT.most)
    errors.push({ field: 'text', message: say('fit.form.longText', { most: TEXT.most, count: ofText }) })
  return errors
}

/** Eight digits, or seven: YAML takes the first zero of 03100000 away. */
const isCodeNumber = (written: number): boolean => /^[1-9]\d{6,7}$/.test(String(written))
const codeWritten = (written: string | number): string =>
  typeof written === 'number' ? String(written).padStart(8, '0') : written

const numberOf = (name: NumberName) =>
  z
    .number()
    .refine((number) => isWithin(name, number))
    .optional()

const IdeaFile = z.strictObject({
  title: z.string().trim().min(TITLE.least).max(TITLE.most),
  text: z.string().trim().max(TEXT.most).default(''),
  categories: z.array(z.union([z.string(), z.number().refine(isCodeNumber)]).transform(codeWritten)).default([]),
  numbers: z
    .strictObject({
      value: numberOf('value'),
      workDays: numberOf('workDays'),
      investment: numberOf('investment'),
      cashflow: numberOf('cashflow'),
      rate: numberOf('rate'),
    })
    .optional(),
})
export type IdeaFile = z.infer<typeof IdeaFile>

/** The problem is the first thing wrong: where it stands and what to write instead. */
export function ideaIn(text: string): { readonly idea: IdeaFile } | { readonly problem: Message } {
  const lines = new LineCounter()
  const file = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [broken] = file.errors
  if (broken) {
    const { line, col } = lines.linePos(broken.pos[0])
    return { problem: say('fit.idea.notYaml', { line, column: col }) }
  }
  const fields: unknown = file.toJS() ?? {}
  const read = IdeaFile.safeParse(fields)
  return read.success ? { idea: read.data } : { problem: problemOf(read.error.issues[0]!, fields) }
}

function problemOf(issue: z.core.$ZodIssue, fields: unknown): Message {
  if (issue.code === 'unrecognized_keys')
    return say('fit.idea.unknownField', { field: [...issue.path, issue.keys[0]].join('.') })
  const [field, at] = issue.path
  if (field === undefined) return say('fit.idea.notFields')
  if (field === 'title') return say('fit.idea.title', TITLE)
  if (field === 'text') return say('fit.idea.text', TEXT)
  if (field === 'numbers') return numberProblem(at)
  if (at === undefined) return say('fit.idea.categories')
  const written: unknown = (fields as { categories: readonly unknown[] }).categories[Number(at)]
  return typeof written === 'number'
    ? say('fit.form.badCode', { code: String(written) })
    : say('fit.idea.category', { number: Number(at) + 1 })
}

function numberProblem(at: PropertyKey | undefined): Message {
  const name = NUMBERS.find((one) => one === at)
  return name ? say('fit.idea.number', { name, most: BOUNDS[name].most }) : say('fit.idea.numbers')
}
