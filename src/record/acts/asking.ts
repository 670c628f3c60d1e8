/** Asks this record's witnesses to cosign what is signed. In the background: no act and no signature waits for them. */
import type { Instant } from '../../kit/day.js'
import type { Database } from '../../kit/db/index.js'
import { fromDecimal } from '../base64.js'
import { splitNote } from '../checkpoint.js'
import { cosignedAt, witnessFrom } from '../cosignature.js'
import { consistencyProof } from '../merkle.js'
import { nameIn } from '../note.js'
import * as store from '../store.js'
import { treeIn } from '../tiles.js'
import { askedText } from '../witnessing.js'

export interface Answer {
  readonly status: number
  readonly type: string
  readonly text: string
}
/** Sends a request to a witness; undefined when nobody answers. */
export type Send = (address: string, body: string) => Promise<Answer | undefined>

export interface Trouble {
  readonly name: string
  readonly problem: store.Problem
}

/** Those who have not cosigned what is signed now, or all. Answers what came to nothing. */
export async function askWitnesses(db: Database, send: Send, now: Instant, whom: 'due' | 'all'): Promise<Trouble[]> {
  const rows = await store.witnesses(db)
  const signed = rows.length ? await store.signedCheckpoint(db) : undefined
  if (!signed) return []
  const asked = rows.filter((row) => whom === 'all' || isDue(row, signed.note, now))
  const found = await Promise.all(
    asked.map(async (row) => {
      const told = await tellOf(db, send, row, signed, now)
      await store.keepAsked(db, row.vkey, told, now)
      return 'problem' in told ? [{ name: nameIn(row.vkey), problem: told.problem }] : []
    }),
  )
  return found.flat()
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** What is new is asked for at once, and where that came to nothing again in a minute; once a day in any case. */
function isDue(row: store.WitnessRow, note: string, now: Instant): boolean {
  const since = row.asked_at === null ? Infinity : Date.parse(now) - Date.parse(row.asked_at)
  if (row.problem) return since >= MINUTE
  return since >= DAY || row.text !== splitNote(note)?.text
}

type Signed = NonNullable<Awaited<ReturnType<typeof store.signedCheckpoint>>>

async function tellOf(
  db: Database,
  send: Send,
  row: store.WitnessRow,
  signed: Signed,
  now: Instant,
): Promise<store.AskedOutcome> {
  const tree = treeIn(store.tileReader(db), signed.size)
  const ask = async (old: number) =>
    send(`${row.address}/add-checkpoint`, askedText(old, await consistencyProof(tree, old, signed.size), signed.note))
  const isOfThis = row.text?.startsWith(`${nameIn(signed.vkey)}\n`) && row.size <= signed.size
  const first = await ask(isOfThis ? row.size : 0)
  const known = first && sizeIn(first)
  // What it said last may be older than what it knows, as after a database was put back.
  if (known !== undefined && known <= signed.size) return outcomeOf(await ask(known), row.vkey, signed, now)
  return outcomeOf(first, row.vkey, signed, now)
}

/** How long a record the witness knows, where it says that another length was named. */
const sizeIn = ({ status, type, text }: Answer): number | undefined =>
  status === 409 && type.startsWith('text/x.tlog.size') && text.endsWith('\n')
    ? fromDecimal(text.slice(0, -1))
    : undefined

const PROBLEMS: Readonly<Record<number, store.Problem>> = {
  403: 'refused',
  404: 'unknown',
  422: 'refused',
  409: 'refused',
}

function outcomeOf(answer: Answer | undefined, vkey: string, { note, size }: Signed, now: Instant): store.AskedOutcome {
  if (!answer) return { problem: 'away' }
  const known = sizeIn(answer)
  if (known !== undefined && known > size) return { problem: 'behind', known }
  if (answer.status !== 200) return { problem: PROBLEMS[answer.status] ?? 'strange' }
  const own = answer.text.split('\n').filter((line) => line.startsWith(`— ${nameIn(vkey)} `))
  const lines = own.map((line) => `${line}\n`).join('')
  const at = lines ? cosignedAt(`${note}${lines}`, witnessFrom(vkey)!) : undefined
  const isNow = at !== undefined && Math.abs(Date.parse(at) - Date.parse(now)) < DAY
  return isNow ? { size, text: splitNote(note)!.text, line: lines, at } : { problem: 'strange' }
}
