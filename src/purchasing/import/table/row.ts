/** Rows of a table: cells by place at once, values by column name when asked for. */
import type { Row } from '../statement.js'

/** A file's columns; where two have the same name, the first one is meant by it. */
export class Columns {
  readonly names: readonly string[]
  readonly #places: readonly (readonly [name: string, place: number])[]

  constructor(header: readonly string[]) {
    this.names = header.map((name) => name.trim())
    this.#places = this.names
      .map((name, place) => [name, place] as const)
      .filter(([name, place]) => name !== '' && this.names.indexOf(name) === place)
  }

  valuesOf(cells: readonly string[]): ReadonlyMap<string, string> {
    return new Map(this.#places.map(([name, place]) => [name, (cells[place] ?? '').trim()]))
  }
}

/** A million of these are made for a large file: nothing is worked out before it is asked for. */
export class TableRow implements Row {
  declare readonly cut?: true
  readonly #columns: Columns
  readonly #original: string | undefined

  /** Without an original, as in a spreadsheet, it is written as copied from there: cells with tabs between. */
  constructor(
    readonly line: number,
    readonly cells: readonly string[],
    columns: Columns,
    original?: string,
    isCut = false,
  ) {
    this.#columns = columns
    this.#original = original
    if (isCut) this.cut = true
  }

  get columns(): readonly string[] {
    return this.#columns.names
  }

  get values(): ReadonlyMap<string, string> {
    return this.#columns.valuesOf(this.cells)
  }

  get original(): string {
    return this.#original ?? this.cells.join('\t')
  }
}

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

/**
 * Rows one by one from rows in batches. A plain iterator and not a generator: a million rows cost a tenth of a second
 * and not half of one.
 */
export function oneByOne<T>(batches: AsyncIterator<readonly T[], void>): AsyncIterableIterator<T> {
  let batch: readonly T[] = []
  let at = 0
  const more = async (): Promise<IteratorResult<T>> => {
    for (;;) {
      const next = await batches.next()
      if (next.done) return { done: true, value: undefined }
      if (next.value.length === 0) continue
      batch = next.value
      at = 1
      return { done: false, value: batch[0]! }
    }
  }
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    next: () => (at < batch.length ? Promise.resolve({ done: false, value: batch[at++]! }) : more()),
    return: async () => {
      batch = []
      await batches.return?.()
      return { done: true, value: undefined }
    },
  }
}
