import { expect, test } from 'vitest'
import { all, opened } from '../mapping/testing.js'
import { supplierLedger } from './supplier-ledger.js'

const HEAD = 'kopare_id,kopare,verifikationsnummer,leverantor,leverantor_id,konto_nr,konto_text,belopp,datum'
const ROW = '2120001355,Staden,V1,Firman AB,5565817870,6410,Kontorsmaterial,100,2024-03-01'

async function read(...lines: string[]) {
  const { head, rows } = await opened(`${lines.join('\n')}\n`)
  expect(supplierLedger.recognises(head)).toBe(true)
  return (await all(rows)).flatMap(supplierLedger.reader(head))
}

test.each(['valuta', 'Valuta', 'valutakod', 'Currency'])(
  'a column %s says the currency; empty is kronor',
  async (column) => {
    const told = await read(`${HEAD},${column}`, `${ROW},EUR`, `${ROW},`, `${ROW},sek`)
    expect(told).toMatchObject([{ currency: 'EUR' }, { currency: 'SEK' }, { currency: 'SEK' }])
  },
)

test('without such a column the amounts are kronor', async () => {
  expect(await read(HEAD, ROW)).toMatchObject([{ currency: 'SEK', amount: 10_000 }])
})

test('a row in a currency that is not kept is refused with its code, and never read as kronor', async () => {
  const because = { key: 'purchasing.import.mapping.currencyUnknown', args: { column: 'valuta', value: 'USD' } }
  expect(await read(`${HEAD},valuta`, `${ROW},USD`, `${ROW},EUR`)).toMatchObject([
    { kind: 'problem', severity: 'refused', place: { line: 2, column: 'valuta' }, because },
    { kind: 'purchase', currency: 'EUR' },
  ])
})
