import { readFileSync } from 'node:fs'
import { defineConfig, type Plugin } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The build reads tables and descriptions as text; so do the tests. */
const asText: Plugin = {
  name: 'as-text',
  enforce: 'pre',
  load(id) {
    return /\.(tsv|yaml)$/.test(id) ? `export default ${JSON.stringify(readFileSync(id, 'utf8'))}` : undefined
  },
}

/** Journeys and whole processes take longest: one that began last would leave the other worker idle. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => /\/(test|installation)\//.test(moduleId)
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  plugins: [asText],
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'samples/**/*.test.ts', 'test/**/*.test.{ts,tsx}'],
    globalSetup: 'src/kit/db/testing/run.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    sequence: { sequencer: LongestFirst },
    maxWorkers: 2,
    // Every file has databases of its own; the program itself is read in once a worker, not once a file.
    isolate: false,
  },
})
