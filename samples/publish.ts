/** Puts the sample city into a database, as its operator would: imports its files and publishes what may be public. */
import { INSTALLATION } from '../src/kit/actor.js'
import type { Database } from '../src/kit/db/index.js'
import { refused, type Refusal } from '../src/kit/refuse.js'
import { sayOfficial } from '../src/impact/index.js'
import { importFile, publishImport, sayVat, settle, sourceOfBytes } from '../src/purchasing/index.js'
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
    // Its amounts are those of the invoices, which are without.
    const said =
      report.format === 'supplier-ledger' ? await sayVat(db, report.id, 'excluded', INSTALLATION, now) : undefined
    if (refused(said)) return said
  }
  await settle(db)
  const own = await sayOfficial(db, OWN_FIGURE, INSTALLATION, now)
  return refused(own) ? own : undefined
}

/** As cities publish it: kilograms of CO2e for each kilogram of food that the kitchens bought. */
const OWN_FIGURE = {
  buyer: '9921091535',
  measure: 'kg-per-kg-food',
  year: '2025',
  value: '1.9',
  scope: 'Allt livsmedel till stadens egna kök, uppgifter från leverantörerna',
  source: 'Älvhamns stad, Hållbarhetsredovisning 2025 (påhittad)',
  url: '',
} as const
