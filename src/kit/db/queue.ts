/**
 * The embedded database has one connection: whoever holds it makes the others wait. Pages go before batches, but a batch
 * that has waited while eight pages passed gets its turn, so that an import under load still ends.
 */
import { AsyncLocalStorage } from 'node:async_hooks'

const PAGES_BEFORE_A_BATCH = 8
const lane = new AsyncLocalStorage<'batch'>()

/** Statements inside `work` yield to page reads. */
export const asBatch = <T>(work: () => Promise<T>): Promise<T> => lane.run('batch', work)

export class FairQueue {
  #busy = false
  #pages: (() => void)[] = []
  #batches: (() => void)[] = []
  #pagesInARow = 0

  async enter(): Promise<void> {
    if (!this.#busy) {
      this.#busy = true
      return
    }
    const waiting = lane.getStore() === 'batch' ? this.#batches : this.#pages
    await new Promise<void>((resolve) => waiting.push(resolve))
  }

  leave(): void {
    const next = this.#next()
    if (next) next()
    else this.#busy = false
  }

  #next(): (() => void) | undefined {
    const batchIsDue = this.#batches.length > 0 && this.#pagesInARow >= PAGES_BEFORE_A_BATCH
    if (this.#pages.length > 0 && !batchIsDue) {
      this.#pagesInARow++
      return this.#pages.shift()
    }
    this.#pagesInARow = 0
    return this.#batches.shift()
  }
}
