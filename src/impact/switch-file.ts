/** A switch as a person writes it down in YAML. What does not belong in it is told, never overlooked. */
import { parseDocument } from 'yaml'
import { refuse, type Refusal } from '../kit/refuse.js'
import { say, type Message } from '../kit/words/index.js'
import { ACTIVITY_FACTORS } from './rules/activity-factors.js'
import { notComparable, type Switch } from './rules/switch.js'

const FIELDS = ['from', 'to', 'quantity', 'share', 'years'] as const

export function switchIn(text: string): Switch | Refusal {
  const document = parseDocument(text)
  const written: unknown = document.errors.length ? undefined : document.toJS()
  if (typeof written !== 'object' || written === null || Array.isArray(written))
    return refuse(say('impact.switch.yaml'))
  const given = written as Readonly<Record<string, unknown>>
  const strange = Object.keys(given).find((field) => !FIELDS.some((known) => known === field))
  if (strange === 'price') return refuse(say('impact.switch.onlyPrice'))
  if (strange !== undefined) return refuse(say('impact.switch.unknownField', { field: strange }))
  const wrong = FIELDS.find((field) => !isUsable(field, given[field]))
  if (wrong) return refuse(say('impact.switch.field', { field: wrong }))
  return switchOf(given as { from: string; to: string; quantity: number; share: number; years: number })
}

const isUsable = (field: (typeof FIELDS)[number], value: unknown): boolean => {
  if (field === 'from' || field === 'to') return typeof value === 'string'
  const most = { quantity: 1e11, share: 1, years: 100 }[field]
  return typeof value === 'number' && value > 0 && value <= most
}

function switchOf(given: {
  from: string
  to: string
  quantity: number
  share: number
  years: number
}): Switch | Refusal {
  const [from, to] = [given.from, given.to].map((id) => ACTIVITY_FACTORS.find((one) => one.id === id))
  if (!from || !to) return refuse(noFactor(from ? given.to : given.from))
  const because = notComparable({ from, to })
  return because ? refuse(because) : { ...given, from, to }
}

const noFactor = (id: string): Message => say('impact.switch.noFactor', { id })
