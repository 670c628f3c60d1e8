import { readFileSync } from 'node:fs'
import { defineConfig, type Plugin } from 'vitest/config'

/** The build reads tables and descriptions as text; so do the tests. */
const asText: Plugin = {
  name: 'as-text',
  enforce: 'pre',
  load(id) {
    return /\.(tsv|yaml)$/.test(id) ? `export default ${JSON.stringify(readFileSync(id, 'utf8'))}` : undefined
  },
}

export default defineConfig({
  plugins: [asText],
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'samples/**/*.test.ts', 'test/**/*.test.{ts,tsx}'],
    globalSetup: 'src/kit/db/testing/run.ts',
    // The record of every test database is verified when the database is closed.
    setupFiles: 'src/record/testing/auditing.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One more than the cores it is made for: tests wait often, for a browser or a process.
    maxWorkers: 3,
    // Every file has databases of its own; the program itself is read in once a worker, not once a file.
    isolate: false,
  },
})
