/** Saying whether an import's amounts include VAT, where its file does not. */
import type { Actor } from '../../kit/actor.js'
import { instantOf } from '../../kit/day.js'
import { inTransaction, type Database } from '../../kit/db/index.js'
import { refuse, type Refusal } from '../../kit/refuse.js'
import { say } from '../../kit/words/index.js'
import { append } from '../../record/index.js'
import type { Vat } from '../import/statement.js'
import { importAt } from '../store/imports.js'
import { mayBeSaid } from '../vat.js'
import { markVat } from '../store/publication.js'

/** Refused when there is no such import, when it was taken back, and when the file itself says. */
export const sayVat = (db: Database, id: string, vat: Vat, actor: Actor, now: Date): Promise<{ vat: Vat } | Refusal> =>
  inTransaction(db, async (tx) => {
    const found = await importAt(tx, 'internal', id)
    if (!found) return refuse(say('purchasing.imports.missing'), 404)
    if (found.undone_at) return refuse(say('purchasing.imports.isUndone', { file: found.file }), 409)
    if (!mayBeSaid(found)) return refuse(say('purchasing.invoices.vatStated', { file: found.file }), 409)
    const at = instantOf(now)
    await markVat(tx, id, vat, actor.kind, at)
    await append(tx, 'say-vat', actor, { import: id, vat }, at)
    return { vat }
  })
