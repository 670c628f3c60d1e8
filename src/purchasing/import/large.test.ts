/** A file far larger than what may be held of it. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { refused } from '../../kit/refuse.js'
import { supplierLedger } from './formats/supplier-ledger.js'
import { openSource } from './open/index.js'
import type { Source } from './source.js'

const MEGABYTE = 1024 * 1024
const SIZE = 300 * MEGABYTE
/** Of memory, above what there was before: some chunks and some batches. */
const HELD = 40 * MEGABYTE
/** What is held is what is left when the rest has been collected; that is looked at now and then. */
const EVERY = 1000
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
function held(): number {
  collect()
  const { heapUsed, external, arrayBuffers } = process.memoryUsage()
  return heapUsed + external + arrayBuffers
}

const HEAD = 'kopare_id,kopare,verifikationsnummer,leverantor,leverantor_id,konto_nr,konto_text,belopp,datum,fritext\n'
const LINE = `2120001355,Staden,V1,Firman AB,5565817870,6410,Kontorsmaterial,"1 000,25",2024-03-01,${'å'.repeat(500)}\n`

test('300 MB are read to the last line and the last öre, and never held', { timeout: 120_000 }, async () => {
  const block = Buffer.from(LINE.repeat(64))
  const blocks = Math.ceil(SIZE / block.length)
  const source: Source = {
    name: 'ledger.csv',
    size: blocks * block.length,
    read: async function* () {
      yield Buffer.from(HEAD)
      for (let at = 0; at < blocks; at++) yield block
    },
  }
  const opened = await openSource(source)
  if (refused(opened) || opened.kind !== 'table') throw new Error('No table')
  const read = supplierLedger.reader(opened.table.head)
  const before = held()
  let most = 0
  let batches = 0
  let lines = 0
  let sum = 0
  for await (const batch of opened.table.batches) {
    for (const told of batch.flatMap((row) => [...read(row)])) {
      if (told.kind !== 'purchase') continue
      lines++
      sum += told.amount
    }
    if (batches++ % EVERY === 0) most = Math.max(most, held())
  }
  await opened.close()
  expect([lines, sum]).toEqual([blocks * 64, blocks * 64 * 100_025])
  expect(batches).toBeGreaterThan(3 * EVERY)
  expect(most - before).toBeLessThan(HELD)
})
