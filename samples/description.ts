/** The hand-written description, read strictly: a misspelt key or an unknown supplier stops the build. */
import { parse } from 'yaml'
import { z } from 'zod'
import articles from './articles.yaml'
import city from './city.yaml'
import contracts from './contracts.yaml'
import procurements from './procurements.yaml'
import spending from './spending.yaml'
import suppliers from './suppliers.yaml'

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const Month = z.string().regex(/^\d{4}-\d{2}$/)
const Weights = z.record(z.string(), z.number().positive())

const Body = z.strictObject({
  name: z.string(),
  id: z.string(),
  administrations: z.record(z.string(), z.string()),
})
const Unit = z.strictObject({
  name: z.string(),
  buyer: z.string().default('stad'),
  at: z.string(),
  serves: z.string(),
  people: z.number(),
  kitchen: z.boolean().default(true),
  address: z.string(),
  postcode: z.string(),
})
const Supplier = z.strictObject({
  name: z.string(),
  id: z.string(),
  size: z.enum(['mikro', 'små', 'medelstora', 'stora']),
  award: z.string().optional(),
})
const Lot = z.strictObject({
  name: z.string().optional(),
  cpv: z.string().optional(),
  suppliers: z.array(z.string()).min(1),
  cap: z.number().optional(),
})
const Registered = z.strictObject({
  start: Day,
  end: Day,
  options: z.array(z.number()),
  notice: z.number().optional(),
})
const Procurement = z.strictObject({
  id: z.string(),
  title: z.string(),
  buyer: z.string().default('stad'),
  cpv: z.string(),
  kind: z.enum(['Varor', 'Tjänster', 'Byggentreprenader']),
  type: z.enum(['Ramavtal', 'Kontrakt']).default('Ramavtal'),
  procedure: z.enum(['open', 'simple', 'selective', 'negotiated']).default('open'),
  dynamic: z.boolean().default(false),
  published: Day,
  callers: z.string().optional(),
  lots: z.array(Lot).min(1),
  register: Registered.optional(),
})
const Spend = z.strictObject({
  account: z.number(),
  text: z.string(),
  also: Weights.optional(),
  season: z.string().default('even'),
  total: z.number(),
  lines: z.number(),
  spread: z.number().default(0.7),
  round: z.enum(['öre', 'krona', 'fifty', 'thousand']).default('öre'),
  marked: z.number().default(0.1),
  at: z.union([z.string(), Weights]),
})
const Stream = Spend.extend({
  buyer: z.string().default('stad'),
  from: z.string().optional(),
  suppliers: Weights.optional(),
  since: Day.optional(),
  spread: z.number(),
  marked: z.number().default(0),
})
const Subject = z.strictObject({
  title: z.string(),
  buyer: z.string().default('stad'),
  cpv: z.string(),
  with: z.array(z.string()).min(1),
  before: z.array(z.string()).optional(),
  since: Month,
  term: z.array(z.number()),
  notice: z.number(),
  type: z.enum(['Ramavtal', 'Kontrakt']).default('Ramavtal'),
  direct: z.boolean().default(false),
  callers: z.string().optional(),
  lapsed: z.boolean().default(false),
  used: z.number().optional(),
  spend: Spend,
})
const OwnCategory = z.strictObject({ name: z.string(), office: z.string(), cpv: z.array(z.string()) })
const Fault = z.strictObject({ title: z.string(), column: z.string(), written: z.string() })
const Rates = z.array(z.strictObject({ from: Day, rate: z.number() }))
const Article = z.tuple([z.string(), z.enum(['KGM', 'LTR', 'H87', 'C62']), z.number(), z.string()])
const Seller = z.strictObject({ vat: z.string(), own: z.string().optional(), articles: z.array(Article).min(1) })
const Oddities = z.strictObject({
  credits: z.number(),
  twins: z.number(),
  outlier: z.strictObject({
    account: z.number(),
    text: z.string(),
    supplier: z.string(),
    at: z.string(),
    amount: z.number(),
    date: Day,
  }),
  withheld: z.array(
    z.strictObject({
      account: z.number(),
      text: z.string(),
      name: z.string(),
      at: z.string(),
      lines: z.number(),
      amount: z.number(),
    }),
  ),
})
const Description = z.strictObject({
  seed: z.string(),
  today: Day,
  period: z.strictObject({ from: Day, to: Day }),
  itemised: Day,
  holidays: z.array(Day),
  growth: z.record(z.string(), z.number()),
  monthEnd: z.number(),
  bodies: z.record(z.string(), Body),
  units: z.array(Unit),
  seasons: z.record(z.string(), z.array(z.number()).length(12)),
  suppliers: z.record(z.string(), Supplier),
  labels: z.record(z.string(), z.string()),
  groups: z.record(z.string(), z.array(z.string())),
  procurements: z.array(Procurement),
  subjects: z.array(Subject),
  ownCategories: z.array(OwnCategory),
  faults: z.array(Fault),
  places: z.record(z.string(), Weights),
  streams: z.array(Stream),
  vat: z.record(z.string(), Rates),
  sellers: z.record(z.string(), Seller),
  oddities: Oddities,
})

export type Supplier = z.infer<typeof Supplier>
export type Unit = z.infer<typeof Unit>
export type Procurement = z.infer<typeof Procurement>
export type Subject = z.infer<typeof Subject>
export type Stream = z.infer<typeof Stream>
export type Article = z.infer<typeof Article>
export type Description = z.infer<typeof Description>

let once: Description | undefined
/** Read the first time it is asked for. */
export const description = (): Description => (once ??= read())

function read(): Description {
  const parts = [city, suppliers, procurements, contracts, spending, articles].map(
    (text) => parse(text, { prettyErrors: false }) as Record<string, unknown>,
  )
  const of = Description.parse(Object.assign({}, ...parts))
  const held = of.procurements.flatMap(({ lots }) => lots.flatMap((lot) => lot.suppliers))
  const signed = of.subjects.flatMap((one) => [
    ...one.with,
    ...(one.before ?? []),
    ...Object.keys(one.spend.also ?? {}),
  ])
  const used = of.streams.flatMap((one) => Object.keys({ ...one.suppliers, ...one.also }))
  for (const key of [...held, ...signed, ...used, ...Object.keys(of.sellers)]) known(of.suppliers, key)
  for (const { at } of of.subjects.map(({ spend }) => spend)) weightsAt(of, at)
  return of
}

/** What stands under a key; a key the description does not have is a mistake in the description. */
export function known<T>(of: Readonly<Record<string, T>>, key: string): T {
  const found = of[key]
  if (found === undefined) throw new Error(`The sample's description has no '${key}'`)
  return found
}

/** Administrations by weight, said outright or by the name of such weights. */
export const weightsAt = (
  { places }: Pick<Description, 'places'>,
  at: Stream['at'],
): Readonly<Record<string, number>> => (typeof at === 'string' ? known(places, at) : at)
