/** HTTP of the record's pages: the list, one entry, and the operator's erasing of a text. */
import { z } from 'zod'
import type { Database } from '../kit/db/index.js'
import { instantOf } from '../kit/day.js'
import { refused } from '../kit/refuse.js'
import { addresses, NotFound, type Request } from '../web/http.js'
import { hrefIn, RefusalPage, type Reader } from '../web/index.js'
import { redact } from './acts.js'
import { fromDecimal } from './base64.js'
import { commitmentTo, GROUNDS } from './commitment.js'
import { parseEntry } from './entry.js'
import { contractsIn, type ContractToday } from './pages/contracts.js'
import { EntryPage } from './pages/entry.js'
import { RecordPage } from './pages/record.js'
import type { Told } from './pages/told.js'
import * as store from './store.js'

/** Where what an entry tells of has a page that the reader may see. */
export type PageOf = (
  db: Database,
  reader: Reader,
  body: Readonly<Record<string, unknown>>,
) => Promise<string | undefined>

const ON_A_PAGE = 50

/** What is public today of contracts that an entry tells of. */
export type ContractsToday = (db: Database, addresses: readonly string[]) => Promise<ContractToday[]>

interface Beside {
  readonly pageOf: PageOf
  readonly contractsToday: ContractsToday
}

/** This module knows neither imports nor contracts: they are handed to it. */
export function recordWith(beside: Beside) {
  const found = addresses()
  found.get('/record', async (c) => {
    const { db, reader } = c.var
    const size = await store.treeSize(db)
    const pages = Math.max(1, Math.ceil(size / ON_A_PAGE))
    const page = Math.min(pages, Math.max(1, fromDecimal(c.req.query('page') ?? '1') ?? 1))
    const from = Math.max(0, size - page * ON_A_PAGE)
    const rows = await store.entriesFrom(db, from, size - (page - 1) * ON_A_PAGE - from)
    const signed = await store.signedCheckpoint(db)
    const witnesses = await store.witnesses(db)
    const watched = (await store.allWitnessed(db)).filter(({ ended_at }) => !ended_at)
    const props = { reader, rows: rows.reverse(), size, page, pages, signed, witnesses, watched }
    return c.html(<RecordPage {...props} />)
  })
  found.get('/record/:number', (c) => entryPage(c, beside))
  found.post('/record/:number/erasure', (c) => erase(c))
  return found
}

async function entryPage(c: Request, { pageOf, contractsToday }: Beside): Promise<Response> {
  const { db, reader } = c.var
  const number = numberIn(c)
  const row = await store.entryAt(db, number)
  if (!row) throw new NotFound()
  const entry = parseEntry(row.bytes)
  const signed = await store.signedCheckpoint(db)
  const contracts = contractsIn(entry?.body ?? {})
  const today = await contractsToday(db, [...new Set(contracts.map(({ contract }) => contract))])
  return c.html(
    <EntryPage
      {...{ reader, row, entry, signed, contracts, today }}
      size={await store.treeSize(db)}
      told={await toldIn(db, number, entry?.committed ?? {})}
      page={entry && (await pageOf(db, reader, entry.body))}
    />,
  )
}

/** Each committed text with what opens it, or with the entry that says why it went. */
async function toldIn(db: Database, number: number, committed: Readonly<Record<string, string>>): Promise<Told[]> {
  if (Object.keys(committed).length === 0) return []
  const open = await store.disclosuresOf(db, number)
  const erased = (await store.redactionsOf(db, number)).map((row) => ({ row, body: parseEntry(row.bytes)?.body }))
  return Object.entries(committed).map(([field, commitment]) => {
    const found = open.find((one) => one.field === field)
    const gone = erased.find(({ body }) => body?.['field'] === field)
    return {
      field,
      commitment,
      ...(found ? { text: found.text, salt: Buffer.from(found.salt).toString('hex') } : {}),
      matches: found !== undefined && commitmentTo(found.text, found.salt) === commitment,
      ...(gone ? { erased: { by: gone.row.number, at: gone.row.at, ground: String(gone.body?.['ground']) } } : {}),
    }
  })
}

const Erasure = z.strictObject({ field: z.string().min(1).max(100), ground: z.enum(GROUNDS) })

/** The operator's alone: a public address has no such act. */
async function erase(c: Request): Promise<Response> {
  const { db, reader, now, actor } = c.var
  if (reader.reach !== 'internal') throw new NotFound()
  const number = numberIn(c)
  const asked = Erasure.safeParse(await c.req.parseBody())
  if (!asked.success) throw new NotFound()
  const done = await redact(db, { of: number, ...asked.data }, actor, instantOf(now))
  if (refused(done)) return c.html(<RefusalPage reader={reader} refusal={done} />, done.status)
  return c.redirect(hrefIn(reader, `/record/${number}`), 303)
}

function numberIn(c: Request): number {
  const number = fromDecimal(c.req.param('number') ?? '')
  if (number === undefined) throw new NotFound()
  return number
}
