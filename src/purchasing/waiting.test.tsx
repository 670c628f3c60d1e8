/** A file that no format knows: kept, asked about, read in as a person confirms it, and recognised the next time. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../kit/db/index.js'
import { testDatabases } from '../kit/db/testing.js'
import { dropOldWaiting } from './acts/waiting.js'
import { pagesOn, textOf } from './testing.js'

const BOOKS = `Datum;Motpart;Summa kr;Kontonr;Kontotext
2024-01-05;Alfa AB;1 200,50;4010;Varor
2024-01-06;Beta AB;-300,00;5010;Hyra
`
const CONFIRMED = {
  ...{ kind: 'ledger', kindBefore: 'ledger', 'column.day': 'Datum', 'column.supplier': 'Motpart' },
  ...{ 'column.amount': 'Summa kr', 'column.accountCode': 'Kontonr', 'column.accountText': 'Kontotext' },
  ...{ currency: 'SEK', vat: 'excluded', buyerNumber: '992109-1535', buyerName: 'Provstad', act: 'import' },
}

describe.each(testDatabases())('on $name', ({ open }) => {
  let db: Database
  let close: () => Promise<void>
  const { addressesFor, get, post, arrived } = pagesOn(() => db)
  beforeAll(async () => ({ db, close } = await open()))
  afterAll(() => close())

  const pathOf = (to: string) => to.replace('/en/me', '')
  const send = async (path: string, answers: Record<string, string>) => {
    const sent = await addressesFor('internal').request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(answers),
    })
    const response = await arrived('internal', sent)
    return {
      status: response.status,
      to: pathOf(response.headers.get('location') ?? ''),
      text: textOf(await response.text()),
    }
  }
  const waitingFor = async (name: string, text: string) => {
    const { status, to } = await post('internal', '/imports', { [name]: text })
    expect(status).toBe(303)
    expect(to).toMatch(/^\/en\/me\/imports\/waiting\//)
    return pathOf(to)
  }

  test('is shown as it would be read, with the reason of each guess, and nothing is kept', async () => {
    const { text } = await get('internal', await waitingFor('books.csv', BOOKS))
    expect(text).toMatch(/What the file is[^]*ledger/)
    expect(text).toContain('The column is called “Datum”')
    expect(text).toMatch(/2 5 January 2024: SEK 1,200\.50 to Alfa AB|Not read/)
    const list = (await get('internal', '/imports')).text
    expect(list).toMatch(/Waiting for an answer[^]*books\.csv/)
    expect(list).toContain('No file has been imported yet.')
  })

  test('is not read in before what is needed has been said, and the answers stay', async () => {
    const at = await waitingFor('nobodys.csv', BOOKS)
    const { status, text } = await send(at, { ...CONFIRMED, buyerNumber: '', buyerName: '' })
    expect(status).toBe(422)
    expect(text).toContain('One thing is still to be said')
    expect(text).toContain('The rows do not say whose they are.')
    const wrong = await send(at, {
      ...CONFIRMED,
      buyerNumber: '12',
      'column.amount': '',
      from: '2024-02',
      to: '2024-01',
    })
    expect(wrong.text).toContain('12 is not an organisation number.')
    expect(wrong.text).toContain('Write the first and the last month as 2024-01')
    expect(wrong.text).toMatch(/Choose the column with the amount/)
    await send(at, { act: 'drop' })
  })

  test('is read again with other columns, still without keeping anything', async () => {
    const at = await waitingFor('again.csv', BOOKS)
    const { status, text } = await send(at, { ...CONFIRMED, 'column.supplier': 'Kontotext', act: 'again' })
    expect(status).toBe(200)
    expect(text).toContain('to Varor, 4010')
    await send(at, { act: 'drop' })
    expect((await get('internal', '/imports')).text).not.toContain('again.csv')
  })

  test('is imported as confirmed; sent twice it is refused in a sentence; the next such file is recognised', async () => {
    const at = await waitingFor('confirmed.csv', BOOKS)
    const { status, to } = await send(at, CONFIRMED)
    expect(status).toBe(303)
    const page = (await get('internal', to)).text
    expect(page).toContain('Rows read 2 2 new')
    expect(page).toContain('The amounts are without VAT.')
    expect(page).toMatch(/Provstad ?: January 2024, 2 lines/)
    expect(page).toContain('equal to the file’s sums to the last digit')
    const twice = await send(at, CONFIRMED)
    expect([twice.status, twice.text]).toEqual([404, expect.stringContaining('The file no longer waits') as string])

    const next = await post('internal', '/imports', { 'february.csv': BOOKS.replaceAll('2024-01', '2024-02') })
    expect(next.to).toMatch(/^\/en\/me\/imports\/[0-9a-f-]{36}$/)
    const text = (await get('internal', pathOf(next.to))).text
    expect(text).toContain('Read through the column mapping that was confirmed on 2026-11-23 for confirmed.csv.')
  })

  test('asks whether a month is told anew where an earlier file tells it partly', async () => {
    const rows = (numbers: number[]) =>
      `Datum;Motpart;Summa kr;Kontonr;Kontotext\n${numbers.map((n) => `2024-03-0${n};Alfa AB;${n},00;4010;Varor`).join('\n')}\n`
    await post('internal', '/imports', { 'march.csv': rows([1, 2, 3, 4, 5]) })
    const { to } = await post('internal', '/imports', { 'march-again.csv': rows([1, 6, 7, 8, 9]) })
    expect(to).toMatch(/waiting\/[^?]+\?month=2024-03$/)
    expect((await get('internal', pathOf(to))).text).toContain('Say whether it tells them anew or adds to them')
    const answered = { asks: 'overlap', month: '2024-03', act: 'import' }
    const unsaid = await send(pathOf(to), { ...answered, overlap: 'judge' })
    expect([unsaid.status, unsaid.text]).toEqual([422, expect.stringContaining('For 2024-03') as string])
    const said = await send(pathOf(to), { ...answered, overlap: 'replaces' })
    const page = (await get('internal', said.to)).text
    expect(page).toMatch(/4 earlier lines are left out/)
    expect(page).toMatch(/Tells anew one month of march\.csv/)
  })

  test('the report is there for programs, in the promised shape, for the operator alone', async () => {
    const { to } = await post('internal', '/imports', {
      'april.csv': BOOKS.replace('2024-01-06', '2024-99-99').replace('2024-01-05', '2024-04-05'),
    })
    const found = await addressesFor('internal').request(`${pathOf(to)}.json`)
    const problem = { line: 3, path: 'Datum', severity: 'refused', code: 'purchasing.import.notDate' }
    expect(await found.json()).toMatchObject({
      imports: [
        {
          ...{ file: 'april.csv', format: 'mapped-ledger', read: 2, refused: 1, withdrawn: 0 },
          problems: expect.arrayContaining([expect.objectContaining(problem)]) as object[],
        },
      ],
    })
    expect((await get('published', `${pathOf(to)}.json`)).status).toBe(404)
  })

  test('what nobody came back to is dropped after seven days, and never earlier', async () => {
    const at = await waitingFor('forgotten.csv', BOOKS.replace('Motpart', 'Firma'))
    await dropOldWaiting(db, new Date('2026-11-30T08:00:00Z'))
    expect((await get('internal', at)).status).toBe(200)
    await dropOldWaiting(db, new Date('2026-11-30T10:00:00Z'))
    expect((await get('internal', at)).status).toBe(404)
  })

  test('an import that this process does not know is told so', async () => {
    const { status, text } = await get('internal', '/imports/under-way/01a20945-070a-7710-9a19-2007432b276a')
    expect([status, text]).toEqual([404, expect.stringContaining('No import is under way here.') as string])
    expect((await get('published', '/imports/under-way/1')).status).toBe(404)
  })
})
