import { expect, test } from 'vitest'
import { description } from './description.js'
import { built, ledger, unzipped } from './testing.js'

const of = description()
const documents = await unzipped(built.invoices)
const all = (text: string, element: string) =>
  [...text.matchAll(new RegExp(`<cbc:${element}(?: [^>]*)?>([^<]*)</cbc:${element}>`, 'g'))].map((found) => found[1]!)
const one = (text: string, element: string) => all(text, element)[0]!
const linesOf = (text: string) => text.match(/<cac:(?:Invoice|CreditNote)Line>.*?<\/cac:(?:Invoice|CreditNote)Line>/gs)!
const öre = (written: string) => Math.round(Number(written) * 100)
const sign = (text: string) => (text.includes('<CreditNote ') ? -1 : 1)

test('are about 1,500, with about four lines each', () => {
  expect(documents.length).toBeGreaterThan(1_400)
  expect(documents.length).toBeLessThan(1_650)
  const lines = documents.reduce((so, text) => so + linesOf(text).length, 0)
  expect(lines).toBeGreaterThan(5_300)
  expect(lines).toBeLessThan(6_500)
  expect(documents.filter((text) => sign(text) < 0).length).toBeGreaterThan(5)
})

test('each stands in the ledger with the same sum, which has nothing else of theirs but credits for older invoices', () => {
  const accounts = ['6421', '6411', '6412']
  const sellers = new Set(Object.keys(of.sellers).map((key) => of.suppliers[key]!.id))
  const booked = new Map<string, number>()
  for (const row of ledger) {
    if (row['datum']! < of.itemised || !accounts.includes(row['konto_nr']!) || !sellers.has(row['leverantor_id']!))
      continue
    const key = `${row['leverantor_id']} ${row['fakturanummer']}`
    booked.set(key, (booked.get(key) ?? 0) + öre(row['belopp']!))
  }
  const invoiced = new Map(
    documents.map((text) => [
      `${all(text, 'EndpointID')[0]} ${one(text, 'ID')}`,
      sign(text) * öre(one(text, 'TaxExclusiveAmount')),
    ]),
  )
  for (const [key, net] of invoiced) expect([key, booked.get(key)]).toEqual([key, net])
  const without = [...booked].filter(([key]) => !invoiced.has(key))
  expect(without.length).toBeLessThan(8)
  expect(without.every(([, amount]) => amount < 0)).toBe(true)
})

test('add up: quantity times price is the line, the lines are the invoice, with its VAT', () => {
  for (const text of documents) {
    const nets = linesOf(text).map((line) => {
      const quantity = Number(one(line, 'InvoicedQuantity|CreditedQuantity'.split('|')[sign(text) > 0 ? 0 : 1]!))
      expect(öre(one(line, 'LineExtensionAmount'))).toBe(Math.round(quantity * öre(one(line, 'PriceAmount'))))
      expect(quantity).toBeGreaterThan(0)
      return öre(one(line, 'LineExtensionAmount'))
    })
    const net = nets.reduce((so, line) => so + line, 0)
    expect(öre(one(text, 'TaxExclusiveAmount'))).toBe(net)
    expect(öre(one(text, 'TaxAmount'))).toBe(Math.round((net * Number(one(text, 'Percent'))) / 100))
    expect(öre(one(text, 'PayableAmount'))).toBe(net + öre(one(text, 'TaxAmount')))
  }
})

test('go to a unit of the city, and food to one with a kitchen', () => {
  const units = new Map(of.units.map((unit) => [unit.name, unit]))
  for (const text of documents) {
    const delivery = /<cac:DeliveryParty>.*?<\/cac:DeliveryParty>/s.exec(text)![0]
    const unit = units.get(one(delivery, 'Name'))!
    expect(unit).toBeDefined()
    if (Number(one(text, 'Percent')) < 25) expect(unit.kitchen).toBe(true)
  }
})

test('weigh what is food and count what is furniture, and classify part of it', () => {
  const lines = documents.flatMap(linesOf)
  const having = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length / lines.length
  expect(having(/unitCode="KGM"/)).toBeGreaterThan(0.5)
  expect(having(/unitCode="(H87|C62)"/)).toBeGreaterThan(0.2)
  expect(having(/listID="STI"/)).toBeGreaterThan(0.4)
  expect(having(/listID="STI"/)).toBeLessThan(0.8)
  expect(having(/listID="SA"/)).toBeGreaterThan(0.05)
})
