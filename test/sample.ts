/** The sample city on the embedded database, unpacked where it was made beforehand (bin/sample.mjs), read in otherwise. */
import { publishSample } from '../samples/publish.js'
import { sampleTemplate } from '../samples/template.js'
import { databaseOn, openEmbedded, type Database } from '../src/kit/db/index.js'
import { migrate } from '../src/kit/db/migrate.js'
import { refused } from '../src/kit/refuse.js'

export async function sampleCity(): Promise<Database> {
  const template = sampleTemplate()
  const db = databaseOn(await openEmbedded(template ? { template } : {}))
  await migrate(db)
  const refusal = template ? undefined : await publishSample(db, new Date())
  if (refused(refusal)) throw new Error(refusal.because.key)
  return db
}
