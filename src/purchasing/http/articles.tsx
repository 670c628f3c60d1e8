/** The invoices of an import: how they stand against the ledger, and publishing their articles; and saying its VAT. */
import { idOf } from '../../kit/id.js'
import { refused, type Refusal } from '../../kit/refuse.js'
import { addresses, NotFound, type Request } from '../../web/http.js'
import { hrefIn, RefusalPage } from '../../web/index.js'
import { articlePreview, publishArticles } from '../acts/articles.js'
import { sayVat } from '../acts/vat.js'
import { SHOWS } from '../articles.js'
import { ArticlesPage } from '../pages/invoices/articles.js'
import { InvoicesPage } from '../pages/invoices/page.js'
import { articlesPublished, articlesShown } from '../store/articles.js'
import { importAt } from '../store/imports.js'
import { pairedInvoices } from '../store/pairing.js'
import { VATS } from '../vat.js'
import { operatorActs } from './request.js'

export const articles = addresses()

/** Everyone's while the articles are public: the import itself may still be internal. */
articles.get('/imports/:id/articles', async (c) => {
  const { reader, db } = c.var
  const row = await invoicesOf(c)
  const published = await articlesPublished(db, row.id)
  if (reader.reach === 'published') {
    if (!published) throw new NotFound()
    return c.html(<ArticlesPage {...{ reader, row, published }} rows={await articlesShown(db, row.id)} />)
  }
  const invoices = await pairedInvoices(db, row.id)
  return c.html(
    <InvoicesPage
      reader={reader}
      row={row}
      invoices={invoices}
      preview={row.undone_at ? undefined : await articlePreview(db, row.id, invoices)}
      published={published}
      shows={SHOWS.find((one) => one === c.req.query('shows')) ?? 'names'}
      isDone={c.req.query('published') === 'now'}
    />,
  )
})

async function invoicesOf(c: Request) {
  const id = idOf(c.req.param('id') ?? '')
  const row = id && (await importAt(c.var.db, 'internal', id))
  if (!row || row.format !== 'peppol-invoice') throw new NotFound()
  return row
}

articles.post('/imports/:id/articles', async (c) => {
  const { reader, db, actor, now } = c.var
  operatorActs(c)
  const { id } = await invoicesOf(c)
  const form = await c.req.parseBody()
  const shows = SHOWS.find((one) => one === form['shows'])
  if (!shows) throw new NotFound()
  const answer = await publishArticles(db, id, shows, actor, now)
  if (refused(answer)) return refusal(c, id, answer)
  return c.redirect(hrefIn(reader, `/imports/${id}/articles?published=now`), 303)
})

articles.post('/imports/:id/vat', async (c) => {
  const { reader, db, actor, now } = c.var
  operatorActs(c)
  const id = idOf(c.req.param('id'))
  const form = await c.req.parseBody()
  const vat = VATS.find((one) => one === form['vat'])
  if (!id || !vat) throw new NotFound()
  const answer = await sayVat(db, id, vat, actor, now)
  if (refused(answer)) return refusal(c, id, answer)
  return c.redirect(hrefIn(reader, `/imports/${id}`), 303)
})

const refusal = (c: Request, id: string, because: Refusal) => {
  const next = [
    { href: hrefIn(c.var.reader, `/imports/${id}`), label: c.var.reader.words('purchasing.publication.toImport') },
  ]
  return c.html(<RefusalPage reader={c.var.reader} refusal={because} next={next} />, because.status)
}
