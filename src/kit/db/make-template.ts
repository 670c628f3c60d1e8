/** Writes the templates of the embedded database: empty, and in the present shape. Run by bin/build.mjs, from dist/. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../root.js'
import { databaseOn, openEmbedded } from './index.js'
import { migrate } from './migrate.js'

const at = (name: string): string => join(ROOT, 'dist', name)
// What was made before is not begun from.
for (const name of ['template', 'template.tar']) rmSync(at(name), { recursive: true, force: true })
const engine = await openEmbedded({ folder: at('template') })
writeFileSync(at('empty.tar'), await engine.dump())
const db = databaseOn(engine)
await migrate(db)
writeFileSync(at('template.tar'), await engine.dump())
await db.destroy()
