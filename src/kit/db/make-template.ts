/** Writes the templates of the embedded database: empty, and in the present shape. Run by bin/build.mjs, from dist/. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../root.js'
import { databaseOn, openEmbedded } from './index.js'
import { migrate } from './migrate.js'

// What was made before is not begun from.
rmSync(join(ROOT, 'dist/template.tar'), { force: true })
const engine = await openEmbedded({})
writeFileSync(join(ROOT, 'dist/empty.tar'), await engine.dump())
const db = databaseOn(engine)
await migrate(db)
writeFileSync(join(ROOT, 'dist/template.tar'), await engine.dump())
await db.destroy()
