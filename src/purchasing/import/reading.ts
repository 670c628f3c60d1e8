/** One row read or refused: the only place where an unreadable field becomes a problem. */
import { say, type Message } from '../../kit/words/index.js'
import { masked } from './masking.js'
import type { Place, Problem, Row } from './statement.js'

/** Thrown inside a format's reading of one row, and turned into a refused row there. */
export class Unreadable extends Error {
  constructor(
    readonly column: string,
    readonly because: Message,
  ) {
    super(because.key)
  }
}

/** Reads one row; an unreadable field refuses the row, anything else is a bug and goes on. */
export function attempt<T>(row: Row, read: () => T, names: readonly string[] = []): T | Problem {
  const refusal = (place: Place, because: Message): Problem => ({
    kind: 'problem',
    place,
    severity: 'refused',
    because,
    original: masked(row, names),
  })
  if (row.cut) return refusal({ line: row.line }, say('purchasing.import.cut'))
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return refusal({ line: row.line, column: error.column }, error.because)
  }
}

export const isProblem = (of: object): of is Problem => (of as { kind?: unknown }).kind === 'problem'
