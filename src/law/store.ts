/** SQL of what the installation's own people have entered and verified. */
import type { Instant } from '../kit/day.js'
import type { Database } from '../kit/db/index.js'
import type { EnteredNumber, VerificationRow } from './held.js'

/** Those that stand, by name, the newest validity first. */
export const enteredNumbers = (db: Database): Promise<EnteredNumber[]> =>
  db
    .selectFrom('law.number')
    .select(['id', 'name', 'kronor', 'valid_from as from', 'valid_to as to', 'source', 'url', 'at', 'by'])
    .where('withdrawn_at', 'is', null)
    .orderBy('name')
    .orderBy('valid_from', 'desc')
    .execute()

export async function insertNumber(tx: Database, { from, to, ...number }: EnteredNumber): Promise<void> {
  await tx
    .insertInto('law.number')
    .values({ ...number, valid_from: from, valid_to: to })
    .execute()
}

/** Undefined where it does not stand. */
export const withdrawNumber = (tx: Database, id: string, by: string, at: Instant) =>
  tx
    .updateTable('law.number')
    .set({ withdrawn_at: at, withdrawn_by: by })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning(['id', 'name', 'kronor', 'valid_from as from'])
    .executeTakeFirst()

/** Those that stand, by key. */
export const verifications = (db: Database): Promise<VerificationRow[]> =>
  db
    .selectFrom('law.verification')
    .select(['id', 'key', 'verified_by as verifiedBy', 'verified_on as verifiedOn', 'at', 'by'])
    .where('withdrawn_at', 'is', null)
    .orderBy('key')
    .execute()

export async function insertVerifications(tx: Database, rows: readonly VerificationRow[]): Promise<void> {
  await tx
    .insertInto('law.verification')
    .values(
      rows.map(({ verifiedBy, verifiedOn, ...row }) => ({ ...row, verified_by: verifiedBy, verified_on: verifiedOn })),
    )
    .execute()
}

/** The keys of those that stood. */
export async function withdrawVerifications(
  tx: Database,
  keys: readonly string[],
  by: string,
  at: Instant,
): Promise<readonly string[]> {
  const rows = await tx
    .updateTable('law.verification')
    .set({ withdrawn_at: at, withdrawn_by: by })
    .where('key', 'in', keys)
    .where('withdrawn_at', 'is', null)
    .returning('key')
    .execute()
  return rows.map(({ key }) => key)
}
