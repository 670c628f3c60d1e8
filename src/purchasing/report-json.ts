/** The report of an import as programs read it, from the command line and at its page's address. */
import type { Words, Message } from '../kit/words/index.js'
import type { Place, Severity } from './import/statement.js'

export interface ProblemJson {
  /** 0 where it is about the file as a whole. */
  readonly line: number
  /** The column or the element, where there is one. */
  readonly path: string
  readonly severity: Severity
  readonly code: string
  readonly sentence: string
  readonly original: string
}
export interface ImportJson {
  readonly file: string
  /** Null where the file could not be read. */
  readonly format: string | null
  readonly read: number
  readonly kept: number
  readonly changed: number
  readonly unchanged: number
  readonly silent: number
  readonly refused: number
  readonly withdrawn: number
  readonly problems: readonly ProblemJson[]
}
export type Counted = Omit<ImportJson, 'problems'>
interface Found {
  readonly place: Place
  readonly severity: Severity
  readonly because: Message
  readonly original: string
}

export const problemJson = ({ place, severity, because, original }: Found, words: Words): ProblemJson => ({
  line: place.line,
  path: place.column ?? '',
  severity,
  code: because.key,
  sentence: words.of(because),
  original,
})

/** In the order that the fields are promised. */
export const countsJson = (of: Counted): Counted => {
  const { file, format, read, kept, changed, unchanged, silent, refused, withdrawn } = of
  return { file, format, read, kept, changed, unchanged, silent, refused, withdrawn }
}

export const reportJson = (
  report: Counted & { readonly id: string; readonly vat: string; readonly problems: readonly Found[] },
  words: Words,
) => ({
  id: report.id,
  ...countsJson(report),
  vat: report.vat,
  problems: report.problems.map((one) => problemJson(one, words)),
})

const NOUGHTS = { read: 0, kept: 0, changed: 0, unchanged: 0, silent: 0, refused: 0, withdrawn: 0 }

/** A file that could not be read at all: one problem says why. */
export const refusedJson = (file: string, because: Message, words: Words): ImportJson => ({
  file,
  format: null,
  ...NOUGHTS,
  problems: [problemJson({ place: { line: 0 }, severity: 'refused', because, original: '' }, words)],
})
