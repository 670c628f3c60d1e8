/** What the benchmarks share: the machine's name, medians, and pages asked for while something else runs. */
import { cpus } from 'node:os'

export const MACHINE = `Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model})`

export const median = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN

export async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

export function expectEqual(what: string, is: unknown, should: unknown): void {
  if (is !== should) throw new Error(`${what}: ${String(is)}, not ${String(should)}`)
}

export interface Meanwhile {
  readonly seconds: number
  /** Of processor, of this process with all its threads: what other programs on the machine do not change. A server's own is not in it. */
  readonly processorSeconds: number
  /** How long each page took that was asked for meanwhile, one after another with 50 ms between. */
  readonly pages: readonly number[]
  /** The most resident memory, above what there was before. */
  readonly aboveMb: number
}

export async function meanwhile(work: () => Promise<unknown>, page: () => Promise<unknown>): Promise<Meanwhile> {
  const idle = process.memoryUsage.rss()
  const state = { going: true, most: idle }
  const pages: number[] = []
  const asking = (async () => {
    while (state.going) {
      pages.push(await milliseconds(page))
      state.most = Math.max(state.most, process.memoryUsage.rss())
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })()
  const before = process.cpuUsage()
  const seconds = (await milliseconds(work)) / 1000
  const { user, system } = process.cpuUsage(before)
  state.going = false
  await asking
  return { seconds, processorSeconds: (user + system) / 1e6, pages, aboveMb: (state.most - idle) / 1e6 }
}
