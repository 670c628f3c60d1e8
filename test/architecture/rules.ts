/** The rules of the layout by their sentences, each a function from a checkout to what breaks it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as arrows from './arrows.js'
import * as shape from './shape.js'
import { filesIn, sourcesOf, type Files, type Source } from './sources.js'

export interface Checkout {
  readonly files: Files
  readonly sources: readonly Source[]
  /** The text of ARCHITECTURE.md. */
  readonly drawing: string
}
export const checkout = (files: Files, drawing: string): Checkout => ({ files, sources: sourcesOf(files), drawing })

export const RULES: Readonly<Record<string, (checkout: Checkout) => string[]>> = {
  'inside a module: http reads, acts do, pages show, stores hold, rules judge': (at) => arrows.insideArrows(at.sources),
  'a rule knows neither page nor database; a store and an act know no page': (at) =>
    arrows.rulesKnowOnlyRules(at.sources),
  'between modules only through the door': (at) => arrows.throughDoors(at.sources),
  'only downwards: story, judgement, facts, foundation': (at) => arrows.onlyDownwards(at.sources),
  'every module stands in a layer': (at) => arrows.placedModules(at.sources),
  'nothing stands on what starts it, on tests or on tools': (at) => arrows.topIsTop(at.sources),
  'no file leads back to itself': (at) => arrows.circles(at.sources),
  'no module leads back to itself': (at) => arrows.moduleCircles(at.sources),
  'a module reads its own tables, and views that their owner publishes': (at) =>
    shape.foreignTables(at.sources, at.files),
  'no file is longer than 300 lines': (at) => shape.longFiles(at.files),
  'every module has a README of at most 40 lines and one door': (at) => shape.missingFiles(at.files),
  'every sentence stands in both languages': (at) => shape.lonelyWords(at.files),
  'every module is drawn in ARCHITECTURE.md': (at) => shape.undrawnModules(at.files, at.drawing),
  'no sentence for a reader stands in code': (at) => shape.sentencesInCode(at.sources),
}

export const checkoutAt = (root: string): Checkout =>
  checkout(
    filesIn(
      root,
      ['src', 'samples', 'test', 'bench', 'bin'],
      /(?<!generated)\.tsx?$|\.(css|mjs)$|words\.(sv|en)\.json$|README\.md$/,
    ),
    readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8'),
  )
