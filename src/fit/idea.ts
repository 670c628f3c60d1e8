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

export const TITLE = { least: 3, most: 200 }
export const TEXT = { most: 4000 }

const IdeaFile = z.strictObject({
  title: z.string().trim().min(TITLE.least).max(TITLE.most),
  text: z.string().trim().max(TEXT.most).default(''),
  categories: z.array(z.union([z.string(), z.number().int().nonnegative()]).transform(codeWritten)).default([]),
})
export type IdeaFile = z.infer<typeof IdeaFile>

/** A YAML number has lost the first zero of 03100000. */
function codeWritten(written: string | number): string {
  return typeof written === 'number' ? String(written).padStart(8, '0') : written
}

/** The problem is the first thing wrong: where it stands and what to write instead. */
export function ideaIn(text: string): { readonly idea: IdeaFile } | { readonly problem: Message } {
  const lines = new LineCounter()
  const file = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [broken] = file.errors
  if (broken) {
    const { line, col } = lines.linePos(broken.pos[0])
    return { problem: say('fit.idea.notYaml', { line, column: col }) }
  }
  const read = IdeaFile.safeParse(file.toJS() ?? {})
  return read.success ? { idea: read.data } : { problem: problemOf(read.error.issues[0]!) }
}

function problemOf(issue: z.core.$ZodIssue): Message {
  if (issue.code === 'unrecognized_keys') return say('fit.idea.unknownField', { field: String(issue.keys[0]) })
  const [field, at] = issue.path
  if (field === undefined) return say('fit.idea.notFields')
  if (field === 'title') return say('fit.idea.title', TITLE)
  if (field === 'text') return say('fit.idea.text', TEXT)
  return at === undefined ? say('fit.idea.categories') : say('fit.idea.category', { number: Number(at) + 1 })
}
