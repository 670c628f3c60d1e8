/** Writes ledger.csv, awards.csv and register.csv into the folder given as first argument. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSample } from './build.js'

const folder = process.argv[2]
if (!folder) throw new Error('Name the folder to write to')
mkdirSync(folder, { recursive: true })
for (const [name, text] of Object.entries(buildSample())) writeFileSync(join(folder, `${name}.csv`), text)
