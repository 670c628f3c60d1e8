/** The record as programs read it (c2sp.org/tlog-tiles): checkpoint, key, tiles, entries. No language and no cookie. */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Database } from '../../kit/db/index.js'
import type { Witness } from '../acts/witnessing.js'
import { fromDecimal } from '../base64.js'
import { consistencyProof, inclusionProof } from '../merkle.js'
import { receiptText } from '../proof.js'
import * as store from '../store.js'
import { bundleOf, parseTilePath, treeIn, WIDTH, widthIn, type Tile } from '../tiles.js'
import { askedText } from '../witnessing.js'

export interface File {
  readonly bytes: Uint8Array
  readonly type: 'text' | 'octets'
  /** Whether these bytes stand for ever at this address. */
  readonly forEver: boolean
}
type Signed = Pick<store.NewCheckpoint, 'size' | 'note' | 'vkey'>

const TYPES = { text: 'text/plain; charset=utf-8', octets: 'application/octet-stream' } as const
const FOR_EVER = 'public, max-age=31536000, immutable'
/** A checkpoint is followed by another within seconds of an act. */
const FOR_SECONDS = 'public, max-age=2'

/** What a witness answers to one request. */
export type Cosign = (body: string) => ReturnType<Witness['cosign']>

/** Under `/record`. What is not yet signed is not served. Where there is a witness, it is asked here too. */
export function recordFiles(db: Database, cosign?: Cosign): Hono {
  const found = new Hono()
  if (cosign)
    found.post('/add-checkpoint', bodyLimit({ maxSize: MOST_ASKED }), async (c) =>
      cosigned(await cosign(await c.req.text())),
    )
  found.get('/*', async (c) => {
    const signed = await store.servedCheckpoint(db)
    const path = c.req.path.replace(/^\/record\//, '')
    const file = signed && (await fileOf(db, path, signed))
    // Anyone may verify, a page of another site too.
    c.header('Access-Control-Allow-Origin', '*')
    if (!file) return c.text('Not found', 404)
    return c.body(new Uint8Array(file.bytes), 200, {
      'Content-Type': TYPES[file.type],
      'Cache-Control': file.forEver ? FOR_EVER : FOR_SECONDS,
    })
  })
  return found
}

/** A checkpoint with the signatures of many, and a proof of 63 hashes. */
const MOST_ASKED = 16 * 1024

/** As c2sp.org/tlog-witness has it; the sentences are for whoever looks at it by hand. */
function cosigned(verdict: Awaited<ReturnType<Cosign>>): Response {
  const { status } = verdict
  if (verdict.line !== undefined) return new Response(verdict.line, { headers: { 'Content-Type': TYPES.text } })
  if (verdict.status === 409 && verdict.size !== undefined)
    return new Response(`${verdict.size}\n`, { status, headers: { 'Content-Type': 'text/x.tlog.size' } })
  return new Response(`${WHY[status]}\n`, { status, headers: { 'Content-Type': TYPES.text } })
}

const WHY: Readonly<Record<number, string>> = {
  400: 'This is no request to cosign a checkpoint.',
  403: 'The checkpoint is not signed with the key of this record that is known here.',
  404: 'This record is not cosigned here.',
  409: 'Another root is known of a record of this size.',
  422: 'The proof does not show that the record continues the one that is known here.',
}

/** Undefined for what the signed checkpoint does not hold. */
export async function fileOf(db: Database, path: string, signed: Signed): Promise<File | undefined> {
  if (path === 'checkpoint') return text(signed.note)
  if (path === 'key') return text(`${signed.vkey}\n`)
  const [, digits = '', ending] = /^entries\/(\d+)(\.tlog-proof)?$/.exec(path) ?? []
  const number = fromDecimal(digits)
  if (number !== undefined && number < signed.size)
    return ending ? text(await receiptOf(db, number, signed)) : entryFile(db, number)
  const old = fromDecimal(/^since\/(\d+)$/.exec(path)?.[1] ?? '')
  if (old !== undefined && old <= signed.size) return text(await continuationOf(db, old, signed))
  const tile = parseTilePath(path)
  if (!tile || widthIn(tile, signed.size) < tile.width) return undefined
  return { bytes: await tileBytes(db, tile), type: 'octets', forEver: true }
}

const text = (written: string): File => ({ bytes: new TextEncoder().encode(written), type: 'text', forEver: false })

async function entryFile(db: Database, number: number): Promise<File | undefined> {
  const entry = await store.entryAt(db, number)
  return entry && { bytes: entry.bytes, type: 'text', forEver: true }
}

async function tileBytes(db: Database, { level, index, width }: Tile): Promise<Uint8Array> {
  if (level !== 'entries') return store.tileReader(db)({ level, index, width })
  return bundleOf((await store.entriesFrom(db, index * WIDTH, width)).map(({ bytes }) => bytes))
}

/** The receipt for an entry: that it stands in the record as it is signed now. */
export async function receiptOf(db: Database, number: number, { size, note }: Signed): Promise<string> {
  const tree = treeIn(store.tileReader(db), size)
  return receiptText({ index: number, proof: await inclusionProof(tree, number, size), checkpoint: note })
}

/**
 * That the record as it is signed now continues the one of `old` entries, in the form in which a witness is asked to
 * cosign it (c2sp.org/tlog-witness, add-checkpoint).
 */
async function continuationOf(db: Database, old: number, { size, note }: Signed): Promise<string> {
  return askedText(old, await consistencyProof(treeIn(store.tileReader(db), size), old, size), note)
}
