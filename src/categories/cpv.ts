/**
 * The CPV tree: 9,454 codes, their check digits and their names in Swedish and English.
 * The tree has gaps (30192121 stands in it, 30192120 does not): a parent is the nearest shorter code that exists.
 */
import type { Language } from '../kit/words/index.js'
import table from './cpv.tsv'

/** Eight digits that stand in the tree. */
export type Code = string & { readonly code: unique symbol }
export type Level = 'division' | 'group' | 'class' | 'category' | 'subcategory'
export interface Category {
  readonly code: Code
  readonly check: number
  readonly label: Readonly<Record<Language, string>>
  readonly level: Level
  /** Undefined for a division. */
  readonly parent: Code | undefined
  readonly children: readonly Code[]
}

interface Node extends Category {
  readonly children: Code[]
}

const LEVELS: readonly Level[] = ['division', 'group', 'class', 'category']
const digitsOf = (code: string): number => Math.max(2, code.replace(/0+$/, '').length)
const levelOf = (code: string): Level => LEVELS[digitsOf(code) - 2] ?? 'subcategory'

const tree: ReadonlyMap<string, Category> = read(table)

function read(text: string): Map<string, Category> {
  const nodes = new Map<string, Node>()
  for (const line of text.split('\n')) {
    if (!line || line.startsWith('#')) continue
    const [code = '', check = '', sv = '', en = ''] = line.split('\t')
    const parent = nearestAbove(code, nodes)
    nodes.set(code, {
      code: code as Code,
      check: Number(check),
      label: { sv, en },
      level: levelOf(code),
      parent,
      children: [],
    })
    // The table is sorted, so a parent always stands before its children.
    if (parent) nodes.get(parent)?.children.push(code as Code)
  }
  return nodes
}

function nearestAbove(code: string, nodes: ReadonlyMap<string, Category>): Code | undefined {
  for (let digits = digitsOf(code) - 1; digits >= 2; digits--) {
    const above = code.slice(0, digits).padEnd(8, '0')
    if (above !== code && nodes.has(above)) return above as Code
  }
  return undefined
}

export const isCode = (text: string): text is Code => tree.has(text)
/** Throws when the code is not in the tree: for codes written in our own source. */
export const code = (text: string): Code => {
  if (!isCode(text)) throw new Error(`'${text}' is not a CPV code`)
  return text
}

export const categoryOf = (of: Code): Category => tree.get(of)!
export const labelOf = (of: Code, language: Language): string => categoryOf(of).label[language]
/** '39100000-3', as notices write it. */
export const codeWithCheck = (of: Code): string => `${of}-${categoryOf(of).check}`
export const allCategories = (): IterableIterator<Category> => tree.values()
export const divisions = (): Category[] => [...tree.values()].filter(({ level }) => level === 'division')
export const divisionOf = (of: Code): Code => `${of.slice(0, 2)}000000` as Code

/** From the division down to the parent; empty for a division. */
export function ancestors(of: Code): Code[] {
  const above: Code[] = []
  for (let at = categoryOf(of).parent; at; at = categoryOf(at).parent) above.unshift(at)
  return above
}

/** A code is within itself. */
export const isWithin = (of: Code, ancestor: Code): boolean =>
  of === ancestor || (of.startsWith(ancestor.slice(0, digitsOf(ancestor))) && ancestors(of).includes(ancestor))

export interface Kinship {
  /** How `a` stands to `b`; 'class' and the others name the nearest level that both stand under. */
  readonly kin: 'same' | 'within' | 'contains' | 'category' | 'class' | 'group' | 'division' | 'unrelated'
  /** How many steps of the tree the two share: 0 unrelated, 1 the division, and so on down. */
  readonly depth: number
}

export function kinship(a: Code, b: Code): Kinship {
  const [pathOfA, pathOfB] = [a, b].map((of) => [...ancestors(of), of]) as [Code[], Code[]]
  let depth = 0
  while (depth < pathOfA.length && pathOfA[depth] === pathOfB[depth]) depth++
  if (depth === 0) return { kin: 'unrelated', depth }
  if (a === b) return { kin: 'same', depth }
  if (depth === pathOfB.length) return { kin: 'within', depth }
  if (depth === pathOfA.length) return { kin: 'contains', depth }
  const { level } = categoryOf(pathOfA[depth - 1]!)
  return { kin: level === 'subcategory' ? 'category' : level, depth }
}

/** 'Diverse livsmedel' collects what has no better place under its parent: buyers put full ranges there. */
export const isCollective = (of: Code): boolean => /^(?:Various|Miscellaneous) /.test(labelOf(of, 'en'))
