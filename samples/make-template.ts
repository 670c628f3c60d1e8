/** Writes the sample city as a database to unpack: run by bin/sample.mjs, from dist/. */
import { rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { databaseOn, openEmbedded } from '../src/kit/db/index.js'
import { migrate } from '../src/kit/db/migrate.js'
import { ROOT } from '../src/kit/root.js'
import { publishSample } from './publish.js'
import { programDigest } from './template.js'

const at = (name: string): string => join(ROOT, 'dist', name)
rmSync(at('sample'), { recursive: true, force: true })
const engine = await openEmbedded({ folder: at('sample') })
const db = databaseOn(engine)
await migrate(db)
// The city is as old as the program that brings it.
const refusal = await publishSample(db, statSync(at('fairlane.js')).mtime)
if (refusal) throw new Error(refusal.because.key)
writeFileSync(at('sample.tar'), await engine.dump())
await db.destroy()
writeFileSync(at('sample.version'), programDigest())
