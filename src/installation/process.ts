/** When a process began: with its number it names one process, though numbers are used again. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** Undefined when no such process runs. The text is only good for comparing on the same machine. */
export function birthOf(id: number): string | undefined {
  if (existsSync('/proc/self/stat')) return birthOnLinux(id)
  try {
    process.kill(id, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined
  }
  return birthByListing(id)
}

/** Dead and not yet taken away by its parent: a zombie holds nothing. */
const DEAD = ['Z', 'X', 'x']

/**
 * proc(5): field 3 is the state, field 22 the start in clock ticks since the machine started; the name in field 2 may hold
 * spaces and brackets.
 */
function birthOnLinux(id: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${id}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    if (DEAD.includes(fields[0]!)) return undefined
    const ticks = fields[19]!
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${ticks}`
  } catch {
    return undefined
  }
}

function birthByListing(id: number): string {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(id)], { encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}
