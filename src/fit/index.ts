/** The door of the main job. */
import type { Code } from '../categories/index.js'
import type { Reach } from '../kit/actor.js'
import type { Day } from '../kit/day.js'
import type { Database } from '../kit/db/index.js'
import type { Language } from '../kit/words/index.js'
import type { Idea } from './idea.js'
import { fit as fitOf, type Fit } from './report.js'

export { codesFrom, fitAddresses } from './http.js'
export { suggest, type Fit, type Opening } from './report.js'
export { fitJson } from './json.js'
export { renewalInWords } from './renewal-words.js'
export { lawInWords } from './law-words.js'
export { ideaIn, type IdeaFile } from './idea.js'

/** Of all buyers, the first page of it. */
export const fit = (
  db: Database,
  reach: Reach,
  idea: Idea,
  categories: readonly Code[],
  today: Day,
  language: Language,
): Promise<Fit> => fitOf(db, reach, { idea, categories, today, language })
