/** Imports that this process is at. None survives it: what had not landed is not there, and the pages say so. */
import type { Instant } from '../kit/day.js'
import { newId } from '../kit/id.js'
import type { Progress, Progressed } from '../kit/progress.js'

export interface UnderWay<T> {
  readonly id: string
  readonly files: readonly string[]
  readonly began: number
  readonly beganAt: Instant
  /** Of the file that is being read, by what it is counted in. */
  readonly progressed: Partial<Record<Progressed['unit'], Progressed>>
  isDone: boolean
  readonly done: Promise<T>
}

/** How many that are done are remembered, for whoever comes back to see. */
const REMEMBERED = 50
const all = new Map<string, UnderWay<unknown>>()

/** Goes on whether or not anyone waits for it. */
export function begin<T>(
  files: readonly string[],
  now: Instant,
  work: (progress: Progress) => Promise<T>,
): UnderWay<T> {
  const id = newId()
  const done = work((now) => (one.progressed[now.unit] = now)).finally(() => (one.isDone = true))
  const one: UnderWay<T> = {
    ...{ id, files, done, began: performance.now(), beganAt: now },
    ...{ progressed: {}, isDone: false },
  }
  // Whoever looks hears of a failure; without anyone it must not end the process.
  done.catch(() => undefined)
  all.set(id, one)
  forgetOldest()
  return one
}

function forgetOldest(): void {
  const done = [...all.values()].filter(({ isDone }) => isDone)
  for (const { id } of done.slice(0, Math.max(0, done.length - REMEMBERED))) all.delete(id)
}

/** Undefined where this process never began it, or has forgotten it. */
export const underWayAt = (id: string): UnderWay<unknown> | undefined => all.get(id)

/** What is not done yet. */
export const underWay = (): UnderWay<unknown>[] => [...all.values()].filter(({ isDone }) => !isDone)

export const doneWithin = async (one: UnderWay<unknown>, milliseconds: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise((resolve) => (timer = setTimeout(resolve, milliseconds)))
  await Promise.race([one.done.catch(() => undefined), late])
  clearTimeout(timer)
  return one.isDone
}

/** What is left of it at the rate so far; not known before anything is read. */
export type Left =
  { readonly left: 'unknown' | 'seconds' | 'landing' } | { readonly left: 'minutes'; readonly minutes: number }

export function timeLeft({ done, total }: { done: number; total: number }, seconds: number): Left {
  if (done === 0 || total === 0) return { left: 'unknown' }
  if (done >= total) return { left: 'landing' }
  const secondsLeft = ((total - done) / done) * seconds
  return secondsLeft < 60 ? { left: 'seconds' } : { left: 'minutes', minutes: Math.round(secondsLeft / 60) }
}
