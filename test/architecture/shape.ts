/** What every module holds and what no file holds, whoever imports it. */
import { isTest, moduleOf } from './layers.js'
import { linesOf, type Files, type Source } from './sources.js'

const MOST_LINES = 300
const MOST_README_LINES = 40

export const longFiles = (files: Files): string[] =>
  Object.entries(files).flatMap(([path, text]) =>
    linesOf(text) > MOST_LINES
      ? [`${path} has ${linesOf(text)} lines, ${MOST_LINES} at most: split it by idea, not by size.`]
      : [],
  )

export function missingFiles(files: Files): string[] {
  const modules = [...new Set(Object.keys(files).flatMap((path) => moduleOf(path) ?? []))]
  return modules.flatMap((module) => {
    const readme = files[`src/${module}/README.md`]
    const problems = []
    if (readme === undefined) problems.push(`src/${module} has no README.md: its purpose, words and promises.`)
    else if (linesOf(readme) > MOST_README_LINES)
      problems.push(`src/${module}/README.md has ${linesOf(readme)} lines, ${MOST_README_LINES} at most.`)
    if (module !== 'kit' && !(`src/${module}/index.ts` in files))
      problems.push(`src/${module} has no index.ts: the only door for other modules.`)
    return problems
  })
}

export const lonelyWords = (files: Files): string[] =>
  Object.keys(files).flatMap((path) => {
    const other = path.replace(/words\.(sv|en)\.json$/, (_, one) => `words.${one === 'sv' ? 'en' : 'sv'}.json`)
    return other !== path && !(other in files)
      ? [`${path} stands without ${other}: both languages from the start.`]
      : []
  })

export const undrawnModules = (files: Files, drawing: string): string[] =>
  [...new Set(Object.keys(files).flatMap((path) => moduleOf(path) ?? []))]
    .filter((module) => !new RegExp(`\\b${module}\\b`).test(drawing))
    .map((module) => `src/${module} is not drawn in ARCHITECTURE.md.`)

/** Where Swedish is the subject and not the voice: lists of words and names, column names of files, measured letters. */
const SWEDISH_IS_THE_SUBJECT = [
  /^src\/categories\//,
  /^src\/purchasing\/import\//,
  /^src\/purchasing\/(names|given-names|person|sizes)\.ts$/,
  /^src\/kit\/money\.ts$/,
  /^src\/web\/charts\/picture\/text\.ts$/,
  /\/examples\.tsx?$/,
]

export const sentencesInCode = (sources: readonly Source[]): string[] =>
  sources
    .filter(({ path }) => path.startsWith('src/') && !isTest(path))
    .flatMap(({ path, strings, pageTexts }) => {
      const swedish = SWEDISH_IS_THE_SUBJECT.some((place) => place.test(path))
        ? []
        : strings.filter((text) => /[åäöÅÄÖ]/.test(text))
      const written = path.endsWith('/examples.tsx')
        ? []
        : pageTexts.filter((text) => /\p{L}{2,}\s+\p{L}{2,}/u.test(text))
      return [...swedish, ...written].map(
        (text) => `${path} says “${text.slice(0, 40)}”: it belongs in words.sv.json and words.en.json.`,
      )
    })

/** `fairlane.migration` is what kit/db keeps for itself. */
const schemaOf = (module: string): string => (module === 'kit' ? 'fairlane' : module)

/** A module's tables are its own; a view that others may read is named in its README as `schema.view`. */
export function foreignTables(sources: readonly Source[], files: Files): string[] {
  const schemas = new Map(
    [...new Set(sources.flatMap(({ path }) => moduleOf(path) ?? []))].map((m) => [schemaOf(m), m]),
  )
  return sources
    .filter(({ path }) => moduleOf(path) && !isTest(path))
    .flatMap(({ path, tables }) =>
      [...new Set(tables)].flatMap((table) => {
        const owner = schemas.get(table.split('.')[0]!)
        if (!owner || owner === moduleOf(path) || files[`src/${owner}/README.md`]?.includes(`\`${table}\``)) return []
        return [`${path} names ${table}: ask src/${owner}/index.ts, or have it publish a view in its README.`]
      }),
    )
}
