/** Ideas to try, in the reader's language first. */
import legumes from '../../samples/ideas/legume-mince.sv.yaml'
import robot from '../../samples/ideas/medication-robot.sv.yaml'
import furniture from '../../samples/ideas/reused-office-furniture.en.yaml'
import satellite from '../../samples/ideas/satellite-ground-station.en.yaml'
import type { Language } from '../kit/words/index.js'
import { ideaIn } from './idea.js'
import type { Idea } from './report.js'

const read = (text: string): Idea[] => {
  const found = ideaIn(text)
  return 'idea' in found ? [{ title: found.idea.title, text: found.idea.text }] : []
}
const swedish = [legumes, robot].flatMap(read)
const english = [furniture, satellite].flatMap(read)

export const examples = (language: Language): readonly Idea[] =>
  language === 'sv' ? [...swedish, ...english] : [...english, ...swedish]
