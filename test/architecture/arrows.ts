/** Who may import whom. Each function answers the arrows that must not be, each as a sentence that says where the thing belongs. */
import { isTest, layerOf, moduleOf, roleOf, type Role } from './layers.js'
import type { Import, Source } from './sources.js'

type Judge = (from: string, arrow: Import) => string | undefined

const judged = (sources: readonly Source[], judge: Judge): string[] =>
  sources
    .filter(({ path }) => !isTest(path))
    .flatMap(({ path, imports }) =>
      imports.flatMap((arrow) => {
        const why = judge(path, arrow)
        return why ? [`${path} imports ${arrow.to}: ${why}`] : []
      }),
    )

/** What may be known at run time, and what by its types only, inside one module. */
const INSIDE: Readonly<Record<Role, { readonly run: readonly Role[]; readonly types: readonly Role[]; why: string }>> =
  {
    door: { run: ['door', 'http', 'acts', 'pages', 'store', 'rule'], types: [], why: '' },
    http: {
      run: ['http', 'acts', 'pages', 'store', 'rule'],
      types: [],
      why: 'http reads the request, acts and answers; shared parts belong in acts.ts, pages.tsx or a rule.',
    },
    acts: {
      run: ['acts', 'store', 'rule'],
      types: [],
      why: 'an act reads, decides by rule and writes; what is shown of it belongs in pages.tsx, called by http.tsx.',
    },
    pages: {
      run: ['pages', 'rule'],
      types: ['store', 'acts'],
      why: 'a page turns props into HTML; let http.tsx read and hand it the rows.',
    },
    store: {
      run: ['store', 'rule'],
      types: [],
      why: 'a store is SQL in, typed rows out; what decides belongs in a rule or in acts.ts.',
    },
    rule: {
      run: ['rule'],
      types: ['store'],
      why: 'a rule is pure; what reads is an act (acts.ts) or stands in http.tsx, and hands the rule its facts.',
    },
  }

export const insideArrows = (sources: readonly Source[]): string[] =>
  judged(sources, (from, { to, typeOnly }) => {
    const role = roleOf(from)
    const known = roleOf(to)
    if (!role || !known || moduleOf(from) !== moduleOf(to)) return undefined
    const { run, types, why } = INSIDE[role]
    return run.includes(known) || (typeOnly && types.includes(known)) ? undefined : why
  })

export const rulesKnowOnlyRules = (sources: readonly Source[]): string[] =>
  judged(sources, (from, { to, typeOnly }) => {
    const role = roleOf(from)
    if (role === 'rule' && moduleOf(to) === 'web') return 'a rule makes no page; it answers a key with arguments.'
    if (role === 'rule' && to.startsWith('src/kit/db/') && !typeOnly)
      return 'a rule has no database; the query belongs in store.ts.'
    if ((role === 'store' || role === 'acts') && moduleOf(to) === 'web')
      return 'only pages.tsx and http.tsx know the web; answer a value or a refusal.'
    return undefined
  })

/** The second doors: kit has one per file, and web's http is for those who answer requests. */
function isDoor(from: string, to: string): boolean {
  if (/^src\/[^/]+\/index\.ts$/.test(to) || to.startsWith('src/kit/')) return true
  if (from === 'src/app.tsx') return /^src\/[^/]+\/http\.tsx?$|^src\/web\//.test(to)
  return to === 'src/web/http.ts' && (roleOf(from) === 'http' || from.endsWith('/http.tsx'))
}

export const throughDoors = (sources: readonly Source[]): string[] =>
  judged(sources, (from, { to }) => {
    const module = moduleOf(to)
    if (!module || module === moduleOf(from) || isDoor(from, to)) return undefined
    return `use src/${module}/index.ts, and offer there what is missing.`
  })

export const onlyDownwards = (sources: readonly Source[]): string[] =>
  judged(sources, (from, { to }) => {
    const [higher, lower] = [moduleOf(from), moduleOf(to)]
    if (!higher || !lower || higher === lower) return undefined
    if (higher === 'web' && lower !== 'kit') return 'web knows no domain; hand it words, figures and links.'
    // A module without a layer is told so by placedModules.
    if (layerOf(higher) >= 0 && layerOf(lower) > layerOf(higher))
      return `${lower} stands above ${higher}; let app.tsx hand the part over.`
    return undefined
  })

export const placedModules = (sources: readonly Source[]): string[] =>
  [...new Set(sources.flatMap(({ path }) => moduleOf(path) ?? []))]
    .filter((module) => layerOf(module) < 0)
    .map((module) => `src/${module} stands in no layer: give it one in test/architecture/layers.ts and draw it.`)

/** Nothing looks up at the top; the samples are for the top and the tests; the settings for those who start things. */
export const topIsTop = (sources: readonly Source[]): string[] =>
  judged(sources, (from, { to }) => {
    const top = !moduleOf(from) || moduleOf(from) === 'commands'
    if (to === 'src/main.ts') return 'main.ts is where everything starts; nothing stands on it.'
    if (to === 'src/app.tsx' && !top) return 'a module is mounted by app.tsx and does not know it.'
    if (to === 'src/config.ts' && !top && moduleOf(from) !== 'installation')
      return 'settings are handed over by main.ts; take the value as an argument.'
    if (/^(test|bench|bin)\//.test(to)) return 'the product does not rest on its tests and tools.'
    if (isTest(to)) return 'only tests use testing.ts.'
    return undefined
  })

/** Each circle once, as the way around it. Types count too: what cannot be read apart is one thing. */
export function circles(sources: readonly Source[]): string[] {
  return circlesIn(new Map(sources.map(({ path, imports }) => [path, imports.map(({ to }) => to)])))
}

/** Between modules a circle can hide in different files. */
export function moduleCircles(sources: readonly Source[]): string[] {
  const arrows = new Map<string, Set<string>>()
  for (const { path, imports } of sources.filter((source) => !isTest(source.path)))
    for (const { to } of imports) {
      const [from, known] = [moduleOf(path), moduleOf(to)]
      if (from && known && from !== known) arrows.set(from, (arrows.get(from) ?? new Set()).add(known))
    }
  return circlesIn(new Map([...arrows].map(([from, known]) => [from, [...known]])))
}

function circlesIn(arrows: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>()
  const found: string[] = []
  const walk = (at: string, way: readonly string[]): void => {
    const before = way.indexOf(at)
    if (before >= 0) found.push(`${[...way.slice(before), at].join(' → ')}: take out what both need.`)
    if (before >= 0 || done.has(at)) return
    for (const next of arrows.get(at) ?? []) walk(next, [...way, at])
    done.add(at)
  }
  for (const start of arrows.keys()) walk(start, [])
  return found
}
