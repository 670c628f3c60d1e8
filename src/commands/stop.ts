/** How a command ends early: with a sentence and an exit code. */
import type { Refusal } from '../kit/refuse.js'
import type { Message } from '../kit/words/index.js'

/** Ends the command with a sentence: 1 could not, 2 wrong use. */
export class Stop extends Error {
  constructor(
    readonly because: Message,
    readonly code: 1 | 2 = 1,
  ) {
    super(because.key)
  }
}
export const stopOn = (refusal: Refusal): never => {
  throw new Stop(refusal.because)
}
