import type { Message } from '../kit/words/index.js'

/** What is wrong with a field of a form, to be shown beside it. */
export interface FormError {
  readonly field: string
  readonly message: Message
}
