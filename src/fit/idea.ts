/** An idea as a file: `title`, `text`, and `categories` where the innovator knows the CPV codes. Described in docs/method/fit.md. */
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'

const IdeaFile = z.strictObject({
  title: z.string().trim().min(3).max(200),
  text: z.string().trim().max(4000).default(''),
  categories: z.array(z.coerce.string()).default([]),
})
export type IdeaFile = z.infer<typeof IdeaFile>

/** A sentence naming the place when the file is not an idea. */
export function ideaIn(text: string): { idea: IdeaFile } | { problem: string } {
  let raw: unknown
  try {
    raw = parseYaml(text)
  } catch (error) {
    return { problem: (error as Error).message }
  }
  const read = IdeaFile.safeParse(raw)
  if (read.success) return { idea: read.data }
  return {
    problem: read.error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`).join('; '),
  }
}
