/** Publishing the articles of an import's invoices, without their prices or with them; and what that would do. */
import type { Actor } from '../../kit/actor.js'
import { instantOf } from '../../kit/day.js'
import { asBatch, inTransaction, type Database } from '../../kit/db/index.js'
import { refuse, type Refusal } from '../../kit/refuse.js'
import { say } from '../../kit/words/index.js'
import { append } from '../../record/index.js'
import { articleKept, type ArticleKept, type Shows } from '../articles.js'
import * as store from '../store/articles.js'
import type { ArticleRow, LineKept } from '../store/articles.js'
import { importAt } from '../store/imports.js'
import { lockLanding } from '../store/landing.js'
import { pairedInvoices, type PairedInvoice } from '../store/pairing.js'

/** What publishing the articles would do. */
export interface ArticlePreview {
  /** These become public, and no others. */
  readonly named: readonly ArticleRow[]
  /** Lines that stay internal, by reason. */
  readonly kept: readonly { readonly why: LineKept | ArticleKept; readonly lines: number }[]
}

/** For the operator only. */
export async function articlePreview(
  db: Database,
  id: string,
  invoices: readonly PairedInvoice[],
): Promise<ArticlePreview> {
  const all = await store.articlesOn(db, id, invoices)
  const keptLines = (why: ArticleKept) => ({
    why,
    lines: all.reduce((sum, one) => sum + (articleKept(one) === why ? one.lines : 0), 0),
  })
  const byArticle = [keptLines('few'), keptLines('givenName')].filter(({ lines }) => lines > 0)
  return {
    named: all.filter((one) => articleKept(one) === undefined),
    kept: [...(await store.linesKept(db, id, invoices)), ...byArticle],
  }
}

/**
 * Makes public exactly what `articlePreview` names. Refused when there is no such import of invoices, when it was taken
 * back, and when nothing in it may be named.
 */
export const publishArticles = (
  db: Database,
  id: string,
  shows: Shows,
  actor: Actor,
  now: Date,
): Promise<ArticlesPublished | Refusal> =>
  asBatch(() => inTransaction(db, (tx) => publish(tx, { id, shows, actor, now })))

export interface ArticlesPublished {
  readonly shows: Shows
  readonly articles: number
  readonly lines: number
}

interface Publishing {
  readonly id: string
  readonly shows: Shows
  readonly actor: Actor
  readonly now: Date
}

async function publish(tx: Database, { id, shows, actor, now }: Publishing): Promise<ArticlesPublished | Refusal> {
  await lockLanding(tx)
  const found = await importAt(tx, 'internal', id)
  if (found?.format !== 'peppol-invoice') return refuse(say('purchasing.imports.missing'), 404)
  if (found.undone_at) return refuse(say('purchasing.imports.isUndone', { file: found.file }), 409)
  const invoices = await pairedInvoices(tx, id)
  const { named } = await articlePreview(tx, id, invoices)
  if (named.length === 0) return refuse(say('purchasing.invoices.nothing'), 409)
  const at = instantOf(now)
  await store.insertShown(tx, id, invoices, named)
  await store.publishArticles(tx, id, shows, actor.kind, at)
  const counts = { shows, articles: named.length, lines: named.reduce((sum, { lines }) => sum + lines, 0) }
  await append(tx, 'publish-articles', actor, { import: id, ...counts }, at)
  return counts
}
