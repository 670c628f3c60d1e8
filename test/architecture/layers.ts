/** The modules by layer, lowest first, and what a file's name says it is. */

/** A module may import its own layer and the ones above it in this list. A new module is added here and in ARCHITECTURE.md. */
export const LAYERS = [
  ['kit'],
  ['web', 'record', 'installation', 'people', 'about'],
  ['categories', 'purchasing'],
  ['impact', 'law', 'terms'],
  ['fit', 'dialogue', 'lanes', 'live', 'opinion'],
  ['commands'],
] as const

export const layerOf = (module: string): number =>
  LAYERS.findIndex((modules) => (modules as readonly string[]).includes(module))

/** 'fit' of src/fit/http.tsx; undefined for src/main.ts and for what stands outside src. */
export const moduleOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1]

export type Role = 'door' | 'http' | 'acts' | 'pages' | 'store' | 'rule'

/** kit, web, installation and commands hold no domain and have a shape of their own. */
const WITHOUT_ROLES = ['kit', 'web', 'installation', 'commands']

/** One act in several files: from an opened file to facts. What they call to judge is pure and stands beside them. */
const IMPORTING = /\/import\/(pipeline|readers|run|stage|parties|overlapping|landing)\.ts$/

export function roleOf(path: string): Role | undefined {
  const module = moduleOf(path)
  if (!module || WITHOUT_ROLES.includes(module) || isTest(path)) return undefined
  if (path === `src/${module}/index.ts`) return 'door'
  if (/\/http\.tsx?$|\/http\//.test(path)) return 'http'
  if (/\/acts\.ts$|\/acts\//.test(path) || IMPORTING.test(path)) return 'acts'
  if (/\/(store|tables)\.ts$|\/store\//.test(path)) return 'store'
  return path.endsWith('.tsx') ? 'pages' : 'rule'
}

export const isTest = (path: string): boolean => /\.test\.tsx?$|\/testing(\.ts$|\/)|^test\/|^bench\//.test(path)
