/**
 * One process at a time on a data folder: the embedded database takes no lock of its own.
 *
 * A lock is the file `lock-N`, made whole by a hard link. The highest N counts. To take over from a process that is gone
 * one makes `lock-(N+1)`: of two who try, one link fails. A released lock stays, marked so, because a number that came
 * twice would let a slow rival believe in an old one.
 */
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { makeOnce } from '../kit/files.js'
import { birthOf } from './process.js'

interface Holder {
  readonly process: number
  /** When that process began, so that another one with the same number is not taken for it. */
  readonly birth: string | undefined
  readonly host: string
  readonly token: string
  readonly released: boolean
}

export interface Lock {
  readonly release: () => void
}

/** A lock on a folder shared with another host counts as held while its file is touched; ours is, this often. */
const HEARTBEAT_SECONDS = 10
const SILENT_SECONDS = 60

/** The lock, or the process that holds it. Throws what the file system says when the folder cannot be written. */
export function takeLock(folder: string): Lock | { readonly heldBy: number } {
  for (;;) {
    const before = highest(folder)
    const holder = before === 0 ? undefined : read(folder, before)
    if (holder && isAlive(folder, before, holder)) return { heldBy: holder.process }
    const taken = make(folder, before + 1)
    if (taken) return taken
  }
}

const nameOf = (folder: string, number: number): string => join(folder, `lock-${number}`)
const numbers = (folder: string): number[] =>
  readdirSync(folder).flatMap((name) => (/^lock-\d+$/.test(name) ? [Number(name.slice(5))] : []))
const highest = (folder: string): number => Math.max(0, ...numbers(folder))

function read(folder: string, number: number): Holder | undefined {
  try {
    return JSON.parse(readFileSync(nameOf(folder, number), 'utf8')) as Holder
  } catch {
    return undefined
  }
}

function isAlive(folder: string, number: number, holder: Holder): boolean {
  if (holder.released) return false
  if (holder.host !== hostname()) return secondsSince(nameOf(folder, number)) < SILENT_SECONDS
  if (holder.process === process.pid) return ours.has(holder.token)
  const birth = birthOf(holder.process)
  return birth !== undefined && (holder.birth === undefined || birth === holder.birth)
}
const secondsSince = (file: string): number => (Date.now() - statSync(file).mtimeMs) / 1000

/** Locks of this very process; an earlier one may have had our process number, as in a container that started again. */
const ours = new Set<string>()

/** Undefined when another was quicker. */
function make(folder: string, number: number): Lock | undefined {
  const file = nameOf(folder, number)
  const me: Holder = {
    process: process.pid,
    birth: birthOf(process.pid),
    host: hostname(),
    token: randomUUID(),
    released: false,
  }
  if (!makeOnce(file, JSON.stringify(me))) return undefined
  if (highest(folder) > number) {
    rmSync(file, { force: true })
    return undefined
  }
  for (const old of numbers(folder)) if (old < number) rmSync(nameOf(folder, old), { force: true })
  return held(file, me)
}

function held(file: string, me: Holder): Lock {
  ours.add(me.token)
  const beat = setInterval(() => touch(file), HEARTBEAT_SECONDS * 1000)
  beat.unref()
  return {
    release: () => {
      clearInterval(beat)
      if (!ours.delete(me.token)) return
      writeFileSync(file, JSON.stringify({ ...me, released: true }), { mode: 0o600 })
    },
  }
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date())
  } catch {
    // The folder is gone for now; the database will say so itself.
  }
}
