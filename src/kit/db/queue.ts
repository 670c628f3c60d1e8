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
  #isPages = false
  #pause: NodeJS.Immediate | undefined

  async enter(): Promise<void> {
    const isPage = lane.getStore() !== 'batch'
    if (!this.#busy) {
      this.#busy = true
      this.#isPages = isPage
      return
    }
    const entered = new Promise<void>((resolve) => (isPage ? this.#pages : this.#batches).push(resolve))
    if (isPage && this.#pause) this.#lend()
    await entered
  }

  /** A page asks several times, one question after another: the next one is not to wait for a batch. */
  leave(): void {
    const mayAskAgain = this.#isPages && this.#pages.length === 0 && this.#pagesInARow < PAGES_BEFORE_A_BATCH
    if (mayAskAgain && this.#batches.length > 0) this.#pause = setImmediate(() => this.#lend())
    else this.#lend()
  }

  #lend(): void {
    clearImmediate(this.#pause)
    this.#pause = undefined
    const next = this.#next()
    if (next) next()
    else this.#busy = false
  }

  #next(): (() => void) | undefined {
    const batchIsDue = this.#batches.length > 0 && this.#pagesInARow >= PAGES_BEFORE_A_BATCH
    if (this.#pages.length > 0 && !batchIsDue) {
      this.#pagesInARow++
      this.#isPages = true
      return this.#pages.shift()
    }
    this.#pagesInARow = 0
    this.#isPages = false
    return this.#batches.shift()
  }
}
