/**
 * A refusal: a lawful "no" as a value, with a sentence a person understands. Everything else that fails is a bug or an
 * outage and is thrown.
 *
 *   const asked = await ask(...)
 *   if (refused(asked)) return c.refusal(asked)
 */
import type { Message } from './words/index.js'

export interface Refusal {
  readonly refused: true
  readonly because: Message
  /** The HTTP status that says the same thing. */
  readonly status: 400 | 403 | 404 | 409 | 413 | 415 | 422 | 429
}

export const refuse = (because: Message, status: Refusal['status'] = 422): Refusal => ({
  refused: true,
  because,
  status,
})
export const refused = (answer: unknown): answer is Refusal =>
  typeof answer === 'object' && answer !== null && (answer as { refused?: unknown }).refused === true
