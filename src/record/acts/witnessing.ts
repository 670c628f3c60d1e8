/** This installation as a witness: whose records it cosigns, and whom it asks to cosign its own. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor } from '../../kit/actor.js'
import type { Instant } from '../../kit/day.js'
import { inTransaction, type Database } from '../../kit/db/index.js'
import { makeOnce } from '../../kit/files.js'
import { refuse, type Refusal } from '../../kit/refuse.js'
import { say } from '../../kit/words/index.js'
import { append } from '../acts.js'
import { cosignedIn, keepCosigned } from '../cosigned.js'
import { cosignerFrom, witnessFrom, type Cosigner } from '../cosignature.js'
import { COSIGNING, nameIn, newSigningKey, verifierFrom } from '../note.js'
import * as store from '../store.js'
import { judgeAsked, NOTHING_COSIGNED, parseAsked, type Known, type Verdict } from '../witnessing.js'

export interface Witness {
  /** What others check its cosignatures by. */
  readonly vkey: string
  /** A verdict on one request, with the cosignature where it is one to cosign. */
  readonly cosign: (body: string, now: Instant) => Promise<Verdict & { readonly line?: string }>
}

/** The witness of a folder, named after its record. Its key is made the first time; refused before there is a record. */
export async function openWitness(db: Database, folder: string): Promise<Witness | Refusal> {
  const signed = await store.signedCheckpoint(db)
  if (!signed) return refuse(say('record.witness.noRecord'), 409)
  const file = join(folder, 'witness.key')
  if (!existsSync(file)) makeOnce(file, `${newSigningKey(`${nameIn(signed.vkey)}/witness`, COSIGNING)}\n`)
  const cosigner = cosignerFrom(readFileSync(file, 'utf8').trim())
  if (!cosigner) return refuse(say('record.witness.keyBroken', { folder }), 409)
  return { vkey: cosigner.vkey, cosign: (body, now) => cosign({ db, folder, cosigner }, body, now) }
}

interface Cosigning {
  readonly db: Database
  readonly folder: string
  readonly cosigner: Cosigner
}

/** Of requests at the same time one waits for the other. What is cosigned stands on the disk and in the database first. */
async function cosign({ db, folder, cosigner }: Cosigning, body: string, now: Instant) {
  const asked = parseAsked(body)
  if (!asked) return { status: 400 } as const
  const verdict = await inTransaction(db, async (tx) => {
    const row = await store.lockWitnessed(tx, asked.checkpoint.origin)
    const answer = judgeAsked(asked, row && knownOf(row, folder))
    if (answer.status !== 200) return answer
    keepCosigned(folder, asked.checkpoint)
    await store.keepWitnessed(tx, { ...asked.checkpoint, at: now })
    return answer
  })
  return verdict.status === 200 ? { ...verdict, line: cosigner.cosign(verdict.text, now) } : verdict
}

/** The longer of what the database and the file say: either may have been put back to an earlier day. */
function knownOf({ origin, vkey, size, root }: store.WitnessedRow, folder: string): Known {
  const inDatabase = root ? { size, root } : NOTHING_COSIGNED
  const onDisk = cosignedIn(folder, origin) ?? NOTHING_COSIGNED
  return { vkey, ...(onDisk.size > inDatabase.size ? onDisk : inDatabase) }
}

/** A checkpoint is served with the signatures of all, and every reader accepts at least sixteen (c2sp.org/signed-note). */
const MOST_WITNESSES = 15

/** Asks a witness, from now on, to cosign this record. Refused when its key or address is none, or it is asked already. */
export async function askWitness(
  db: Database,
  { vkey, address, own }: { readonly vkey: string; readonly address: string; readonly own: string },
  actor: Actor,
  now: Instant,
): Promise<Refusal | undefined> {
  if (!witnessFrom(vkey)) return refuse(say('record.witness.badKey'))
  if (vkey === own) return refuse(say('record.witness.itself'))
  if (!isAddress(address)) return refuse(say('record.witness.badAddress', { address }))
  return inTransaction(db, async (tx) => {
    const asked = await store.witnesses(tx)
    if (asked.some((one) => one.vkey === vkey)) return refuse(say('record.witness.asked'), 409)
    if (asked.length >= MOST_WITNESSES) return refuse(say('record.witness.most', { most: MOST_WITNESSES }), 409)
    await store.insertWitness(tx, { vkey, address: address.replace(/\/+$/, ''), now })
    await append(tx, 'ask-witness', actor, { witness: vkey }, now)
    return undefined
  })
}

function isAddress(address: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(address).protocol)
  } catch {
    return false
  }
}

/** Cosigns a record from now on. What was cosigned of it before is remembered. */
export async function witnessRecord(
  db: Database,
  vkey: string,
  actor: Actor,
  now: Instant,
): Promise<Refusal | undefined> {
  const key = verifierFrom(vkey)
  if (!key) return refuse(say('record.verify.badKey'))
  return inTransaction(db, async (tx) => {
    if ((await store.signedCheckpoint(tx))?.vkey === vkey) return refuse(say('record.witness.itself'))
    const known = (await store.allWitnessed(tx)).find(({ origin }) => origin === key.name)
    if (known && known.vkey !== vkey) return refuse(say('record.witness.otherKey', { name: key.name }), 409)
    if (known && !known.ended_at) return refuse(say('record.witness.cosigned'), 409)
    await store.insertWitnessed(tx, { origin: key.name, vkey, now })
    await append(tx, 'cosign-record', actor, { record: vkey }, now)
    return undefined
  })
}

/** No longer asks this witness, or no longer cosigns this record. */
export const endWitnessing = (db: Database, vkey: string, actor: Actor, now: Instant): Promise<Refusal | undefined> =>
  inTransaction(db, async (tx) => {
    if (await store.endWitness(tx, vkey, now)) await append(tx, 'leave-witness', actor, { witness: vkey }, now)
    else if (await store.endWitnessed(tx, vkey, now)) await append(tx, 'leave-record', actor, { record: vkey }, now)
    else return refuse(say('record.witness.none'), 404)
    return undefined
  })
