/** How witnessing stands, and changing it: done in the folder, or by the server that has it (`tasks.ts`). */
import type { Installation } from '../installation/index.js'
import { OPERATOR } from '../kit/actor.js'
import { instantOf, type Instant } from '../kit/day.js'
import { refused, type Refusal } from '../kit/refuse.js'
import {
  allWitnessed,
  askWitness,
  endWitnessing,
  openWitness,
  signedCheckpoint,
  witnesses,
  witnessRecord,
} from '../record/index.js'

export type WitnessAsked =
  | { readonly do: 'list' }
  | { readonly do: 'ask'; readonly vkey: string; readonly address: string }
  | { readonly do: 'cosign' | 'end'; readonly vkey: string }

/** How it stands, as plain JSON. */
export interface Witnessing {
  /** What others check this installation's cosignatures by, and the key of its record. */
  readonly own: { readonly witness: string; readonly record: string; readonly size: number }
  readonly witnesses: readonly {
    readonly vkey: string
    readonly address: string
    readonly size: number
    readonly at: Instant | null
    readonly problem: string | null
    readonly known: number | null
  }[]
  readonly records: readonly { readonly vkey: string; readonly size: number; readonly at: Instant | null }[]
}

/** Does what is asked, and answers how it stands then. */
export async function witnessing({ db, folder }: Installation, asked: WitnessAsked): Promise<Witnessing | Refusal> {
  const witness = await openWitness(db, folder)
  if (refused(witness)) return witness
  const refusal = await done(db, asked, witness.vkey)
  if (refusal) return refusal
  const { vkey: record, size } = (await signedCheckpoint(db))!
  return {
    own: { witness: witness.vkey, record, size },
    witnesses: (await witnesses(db)).map(({ vkey, address, size, cosigned_at: at, problem, known_size: known }) => ({
      vkey,
      address,
      size,
      at,
      problem,
      known,
    })),
    records: (await allWitnessed(db))
      .filter(({ ended_at }) => !ended_at)
      .map(({ vkey, size, cosigned_at: at }) => ({ vkey, size, at })),
  }
}

async function done(db: Installation['db'], asked: WitnessAsked, own: string): Promise<Refusal | undefined> {
  const now = instantOf(new Date())
  if (asked.do === 'ask') return askWitness(db, { vkey: asked.vkey, address: asked.address, own }, OPERATOR, now)
  if (asked.do === 'cosign') return witnessRecord(db, asked.vkey, OPERATOR, now)
  if (asked.do === 'end') return endWitnessing(db, asked.vkey, OPERATOR, now)
  return undefined
}
