/** migrations/schema.sql is the present shape, generated: after a new migration run `npx vitest run src/kit/db/schema -u`. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../root.js'
import { schemaOf } from './schema.js'
import { testDatabases } from './testing.js'

const HEAD = '-- The present shape of the database, generated from the migrations. Not edited by hand, not run.\n\n'

test.each(testDatabases())('migrations/schema.sql is what the migrations make, on $name', async ({ open }) => {
  const { db, close } = await open()
  await expect(`${HEAD}${await schemaOf(db)}\n`).toMatchFileSnapshot(join(ROOT, 'migrations/schema.sql'))
  await close()
})
