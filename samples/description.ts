/** The hand-written description, read strictly: a misspelt key or an unknown supplier stops the build. */
import { parse } from 'yaml'
import { z } from 'zod'
import city from './city.yaml'
import procurements from './procurements.yaml'
import spending from './spending.yaml'

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const Weights = z.record(z.string(), z.number().positive())

const Body = z.strictObject({
  name: z.string(),
  id: z.string(),
  administrations: z.record(z.string(), z.string()),
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
const Stream = z.strictObject({
  account: z.number(),
  text: z.string(),
  buyer: z.string().default('stad'),
  from: z.string().optional(),
  suppliers: Weights.optional(),
  also: Weights.optional(),
  season: z.string(),
  total: z.number(),
  lines: z.number(),
  spread: z.number(),
  round: z.enum(['öre', 'krona', 'fifty', 'thousand']).default('öre'),
  marked: z.number().default(0),
  at: Weights,
})
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
  withheld: z.strictObject({
    account: z.number(),
    text: z.string(),
    name: z.string(),
    at: z.string(),
    lines: z.number(),
    amount: z.number(),
  }),
})
const Description = z.strictObject({
  seed: z.string(),
  period: z.strictObject({ from: Day, to: Day }),
  holidays: z.array(Day),
  bodies: z.record(z.string(), Body),
  seasons: z.record(z.string(), z.array(z.number()).length(12)),
  suppliers: z.record(z.string(), Supplier),
  labels: z.record(z.string(), z.string()),
  groups: z.record(z.string(), z.array(z.string())),
  procurements: z.array(Procurement),
  streams: z.array(Stream),
  oddities: Oddities,
})

export type Supplier = z.infer<typeof Supplier>
export type Procurement = z.infer<typeof Procurement>
export type Stream = z.infer<typeof Stream>
export type Description = z.infer<typeof Description>

export function description(): Description {
  const parts = [city, procurements, spending].map((text) => parse(text) as Record<string, unknown>)
  const read = Description.parse(Object.assign({}, ...parts))
  const held = read.procurements.flatMap(({ lots }) => lots.flatMap(({ suppliers }) => suppliers))
  const used = read.streams.flatMap(({ suppliers, also }) => Object.keys({ ...suppliers, ...also }))
  for (const key of [...held, ...used]) known(read.suppliers, key)
  return read
}

/** What stands under a key; a key the description does not have is a mistake in the description. */
export function known<T>(of: Readonly<Record<string, T>>, key: string): T {
  const found = of[key]
  if (found === undefined) throw new Error(`The sample's description has no '${key}'`)
  return found
}
