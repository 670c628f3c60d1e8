// Runs one benchmark: node bench/run.mjs import
import { runBundled } from '../bin/bundle.mjs'

const name = process.argv[2]
if (!name) throw new Error('Name a benchmark: node bench/run.mjs import')
process.exitCode = await runBundled(`bench/${name}.ts`, ...process.argv.slice(3))
