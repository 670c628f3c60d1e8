/** Writes ledger.csv, awards.csv, register.csv and invoices.zip into the folder given as first argument. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildWithInvoices } from './build.js'

const folder = process.argv[2]
if (!folder) throw new Error('Name the folder to write to')
mkdirSync(folder, { recursive: true })
const { files, invoices } = buildWithInvoices()
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.csv`), text)
writeFileSync(join(folder, 'invoices.zip'), invoices)
