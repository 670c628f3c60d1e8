/** Writes the sample city as a database to unpack: run by bin/sample.mjs, from dist/. */
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { databaseOn, openEmbedded } from '../src/kit/db/index.js'
import { migrate } from '../src/kit/db/migrate.js'
import { ROOT } from '../src/kit/root.js'
import { publishSample } from './publish.js'
import { programDigest } from './template.js'

const engine = await openEmbedded({})
const db = databaseOn(engine)
await migrate(db)
// The city is as old as the program that brings it.
const refusal = await publishSample(db, statSync(join(ROOT, 'dist/fairlane.js')).mtime)
if (refusal) throw new Error(refusal.because.key)
writeFileSync(join(ROOT, 'dist/sample.tar'), await engine.dump())
await db.destroy()
writeFileSync(join(ROOT, 'dist/sample.version'), programDigest())
