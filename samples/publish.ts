/** Puts the sample city into a database, as its operator would: imports its files and publishes what may be public. */
import { INSTALLATION } from '../src/kit/actor.js'
import type { Database } from '../src/kit/db/index.js'
import { refused, type Refusal } from '../src/kit/refuse.js'
import { importFile, publishImport, settle, sourceOfBytes } from '../src/purchasing/index.js'
import { buildWithInvoices } from './build.js'

/**
 * The awards first: they name the procurements best. Its invoices name no accounts and stay internal. Refused when they
 * are there already.
 */
export async function publishSample(db: Database, now: Date): Promise<Refusal | undefined> {
  const { files, invoices } = buildWithInvoices()
  const bytes = (text: string) => new TextEncoder().encode(text)
  const sources = [
    sourceOfBytes('awards.csv', bytes(files.awards)),
    sourceOfBytes('register.csv', bytes(files.register)),
    sourceOfBytes('ledger.csv', bytes(files.ledger)),
    sourceOfBytes('invoices.zip', invoices),
  ]
  for (const source of sources) {
    const report = await importFile(db, source, INSTALLATION, { now, judging: 'later' })
    if (refused(report)) return report
    if (report.format === 'peppol-invoice') continue
    const published = await publishImport(db, report.id, INSTALLATION, now, 'later')
    if (refused(published)) return published
  }
  await settle(db)
  return undefined
}
