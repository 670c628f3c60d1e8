/** Puts the sample city into a database, as its operator would: imports the three files and publishes them. */
import { INSTALLATION } from '../src/kit/actor.js'
import type { Database } from '../src/kit/db/index.js'
import { refused, type Refusal } from '../src/kit/refuse.js'
import { importFile, publishImport, sourceOfBytes } from '../src/purchasing/index.js'
import { buildSample } from './build.js'

/**
 * The awards first: they name the procurements best. Refused when they are there already. The invoices are left out: their
 * postings stand in the ledger, and the same money must not be there twice.
 */
export async function publishSample(db: Database, now: Date): Promise<Refusal | undefined> {
  const { awards, register, ledger } = buildSample()
  for (const [name, text] of Object.entries({ awards, register, ledger })) {
    const source = sourceOfBytes(`${name}.csv`, new TextEncoder().encode(text))
    const report = await importFile(db, source, INSTALLATION, { now })
    if (refused(report)) return report
    const published = await publishImport(db, report.id, INSTALLATION, now)
    if (refused(published)) return published
  }
  return undefined
}
