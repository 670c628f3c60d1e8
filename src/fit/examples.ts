/** Ideas to try, each in the reader's own language. */
import furnitureEnglish from '../../samples/ideas/reused-office-furniture.en.yaml'
import furnitureSwedish from '../../samples/ideas/reused-office-furniture.sv.yaml'
import legumesEnglish from '../../samples/ideas/legume-mince.en.yaml'
import legumesSwedish from '../../samples/ideas/legume-mince.sv.yaml'
import robotEnglish from '../../samples/ideas/medication-robot.en.yaml'
import robotSwedish from '../../samples/ideas/medication-robot.sv.yaml'
import satelliteEnglish from '../../samples/ideas/satellite-ground-station.en.yaml'
import satelliteSwedish from '../../samples/ideas/satellite-ground-station.sv.yaml'
import snowEnglish from '../../samples/ideas/sensor-based-snow-clearing.en.yaml'
import snowSwedish from '../../samples/ideas/sensor-based-snow-clearing.sv.yaml'
import type { Language } from '../kit/words/index.js'
import { ideaIn } from './idea.js'
import type { Idea } from './idea.js'

function read(text: string): Idea {
  const found = ideaIn(text)
  if ('problem' in found) throw new Error(`a sample idea cannot be read: ${found.problem.key}`)
  return { title: found.idea.title, text: found.idea.text }
}

const IDEAS: Record<Language, readonly Idea[]> = {
  sv: [legumesSwedish, furnitureSwedish, robotSwedish, snowSwedish, satelliteSwedish].map(read),
  en: [legumesEnglish, furnitureEnglish, robotEnglish, snowEnglish, satelliteEnglish].map(read),
}

export const examples = (language: Language): readonly Idea[] => IDEAS[language]
