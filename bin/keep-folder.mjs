// Keeps the embedded database of a data folder as test/folders/NAME.tar.br, for the test that every landed version's
// folder still opens. Run it once for each landed version that added a migration, with that version's own sample city:
//
//   node bin/keep-folder.mjs DATA_FOLDER 0001
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const [folder, name] = process.argv.slice(2)
if (!folder || !/^\d{4}$/.test(name ?? '')) {
  process.stderr.write('Use: node bin/keep-folder.mjs DATA_FOLDER 0001 (the number of the last migration)\n')
  process.exit(2)
}
const database = await PGlite.create({ dataDir: join(folder, 'database'), extensions: { pg_trgm } })
await database.exec('vacuum full')
await database.exec('checkpoint')
const tar = Buffer.from(await (await database.dumpDataDir('none')).arrayBuffer())
await database.close()
const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 }
const packed = brotliCompressSync(tar, { params: quality })
const kept = join(import.meta.dirname, '..', 'test/folders')
mkdirSync(kept, { recursive: true })
writeFileSync(join(kept, `${name}.tar.br`), packed)
process.stdout.write(`test/folders/${name}.tar.br: ${packed.length} bytes\n`)
