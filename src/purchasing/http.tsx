/**
 * HTTP of what the city buys. The same addresses stand for everyone and for the operator; what one may not see does not
 * exist, and the acts exist for the operator only.
 */
import { dayOfInstant, instantOf } from '../kit/day.js'
import { grouped } from '../kit/grouped.js'
import { idOf } from '../kit/id.js'
import { refused, type Refusal } from '../kit/refuse.js'
import { entriesAbout } from '../record/index.js'
import { addresses, NotFound, type Request } from '../web/http.js'
import { hrefIn, RefusalPage } from '../web/index.js'
import { publicationOf, publishImport } from './acts.js'
import { askedOfList, stated, type AskedOfList } from './asked.js'
import { facetsOf } from './facets.js'
import { importFile } from './import/pipeline.js'
import type { Sum } from './import/report.js'
import { BuyerPage } from './pages/buyer.js'
import { csvFile } from './pages/csv.js'
import { ImportPage } from './pages/import.js'
import { ImportsPage, type NotRead } from './pages/imports.js'
import { BuyersPage, SuppliersPage } from './pages/lists.js'
import { problemsCsv, problemsHead } from './pages/problems.js'
import { ProcurementPage } from './pages/procurement.js'
import { ProcurementsPage } from './pages/procurements.js'
import { PurchasesPage, purchasesCsv, purchasesHead } from './pages/purchases.js'
import { SupplierPage } from './pages/supplier.js'
import { selectionOf } from './selection.js'
import { byDivision } from './spending.js'
import { inBatches } from './store/batches.js'
import * as buyers from './store/buyers.js'
import { importAt, imports } from './store/imports.js'
import { linesAfter, linesOf, sumOfLines, type PurchaseLine } from './store/lines.js'
import * as overview from './store/overview.js'
import { problemCounts, problemGroups, problemsAfter, type ProblemRow } from './store/problems.js'
import { contractsOf, holdersOf, procurementAt, sourcesOf } from './store/procurements.js'
import { procurementPairs, procurementsFound } from './store/search.js'
import * as suppliers from './store/suppliers.js'
import { nextEnd } from './term.js'
import { filesSent } from './upload.js'

export const purchasingAddresses = addresses()

/** A list has a first page, however short, and none after its last. */
function beforeTheEnd({ page }: AskedOfList, rows: readonly unknown[]): void {
  if (page > 1 && rows.length === 0) throw new NotFound()
}

const today = (c: Request) => dayOfInstant(instantOf(c.var.now))

purchasingAddresses.get('/procurements', async (c) => {
  const { reader, db } = c.var
  const asked = {
    ...askedOfList(c.req.query()),
    division: stated(c.req.query('division'), /^\d{2}$/),
    buyer: stated(c.req.query('buyer'), /^\d{1,20}$/),
  }
  const facets = facetsOf(await procurementPairs(db, reader.reach, asked.words), asked)
  const found = await procurementsFound(db, reader.reach, asked, asked)
  beforeTheEnd(asked, found)
  const rows = await withNextEnd(c, found)
  return c.html(<ProcurementsPage reader={reader} asked={asked} facets={facets} rows={rows} />)
})

async function withNextEnd<T extends { readonly id: number }>(c: Request, found: readonly T[]) {
  const ids = found.map(({ id }) => id)
  const contracts = grouped(await contractsOf(c.var.db, c.var.reader.reach, ids), (one) => one.procurement)
  return found.map((row) => ({ ...row, endsOn: nextEnd(contracts.get(row.id) ?? [], today(c)) }))
}

purchasingAddresses.get('/procurements/:address', async (c) => {
  const { reader, db } = c.var
  const procurement = await procurementAt(db, reader.reach, c.req.param('address'))
  if (!procurement) throw new NotFound()
  const { id } = procurement
  return c.html(
    <ProcurementPage
      reader={reader}
      procurement={procurement}
      holders={await holdersOf(db, reader.reach, [id])}
      contracts={await contractsOf(db, reader.reach, [id])}
      sources={await sourcesOf(db, reader.reach, id)}
      today={today(c)}
    />,
  )
})

purchasingAddresses.get('/suppliers', async (c) => {
  const { reader, db } = c.var
  const asked = askedOfList(c.req.query())
  const rows = await suppliers.suppliersFound(db, reader.reach, asked)
  beforeTheEnd(asked, rows)
  return c.html(<SuppliersPage reader={reader} asked={asked} rows={rows} />)
})

purchasingAddresses.get('/suppliers/:address', async (c) => {
  const { reader, db } = c.var
  const { reach } = reader
  const supplier = await suppliers.supplierAt(db, reach, c.req.param('address'))
  if (!supplier) throw new NotFound()
  const asked = askedOfList(c.req.query())
  const holdings = await suppliers.holdingsOf(db, reach, supplier.id, asked)
  beforeTheEnd(asked, holdings)
  return c.html(
    <SupplierPage
      reader={reader}
      supplier={supplier}
      asked={asked}
      holdings={holdings}
      terms={await suppliers.termsHeld(db, reach, supplier.id)}
      sold={await overview.soldBy(db, reach, supplier.id)}
      files={await overview.filesOfSupplier(db, reach, supplier.id)}
      names={await suppliers.namesTold(db, reach, supplier.id)}
      today={today(c)}
    />,
  )
})

purchasingAddresses.get('/buyers', async (c) => {
  const { reader, db } = c.var
  const asked = askedOfList(c.req.query())
  const rows = await buyers.buyersFound(db, reader.reach, asked)
  beforeTheEnd(asked, rows)
  return c.html(<BuyersPage reader={reader} asked={asked} rows={rows} />)
})

const MOST_SUPPLIERS = 20

purchasingAddresses.get('/buyers/:number', async (c) => {
  const { reader, db } = c.var
  const { reach } = reader
  const buyer = await buyerOf(c)
  return c.html(
    <BuyerPage
      reader={reader}
      buyer={buyer}
      procurements={await buyers.procurementsHad(db, reach, buyer.id)}
      divisions={byDivision(await overview.boughtByAccount(db, reach, buyer.id))}
      units={await overview.boughtByUnit(db, reach, buyer.id)}
      suppliers={await overview.boughtBySupplier(db, reach, buyer.id, MOST_SUPPLIERS)}
      files={await overview.filesOfBuyer(db, reach, buyer.id)}
    />,
  )
})

async function buyerOf(c: Request) {
  const buyer = await buyers.buyerAt(c.var.db, c.var.reader.reach, c.req.param('number') ?? '')
  if (!buyer) throw new NotFound()
  return buyer
}

const MOST_TO_CHOOSE = 50

purchasingAddresses.get('/buyers/:number/purchases', async (c) => {
  const { reader, db } = c.var
  const { reach } = reader
  const buyer = await buyerOf(c)
  const asked = askedOfList(c.req.query())
  const selection = selectionOf(c.req.query())
  const lines = await linesOf(db, reach, buyer.id, selection, asked)
  beforeTheEnd(asked, lines)
  const largest = await overview.boughtBySupplier(db, reach, buyer.id, MOST_TO_CHOOSE)
  const chosen = selection.supplier && (await suppliers.supplierAt(db, reach, selection.supplier))
  const isListed = chosen && largest.some(({ address }) => address === chosen.address)
  return c.html(
    <PurchasesPage
      reader={reader}
      buyer={buyer}
      selection={selection}
      page={asked.page}
      sum={await sumOfLines(db, reach, buyer.id, selection)}
      lines={lines}
      choices={{
        years: await overview.yearsBought(db, reach, buyer.id),
        accounts: await overview.boughtByAccount(db, reach, buyer.id),
        units: await overview.boughtByUnit(db, reach, buyer.id),
        suppliers: chosen && !isListed ? [...largest, chosen] : largest,
        mostSuppliers: MOST_TO_CHOOSE,
      }}
    />,
  )
})

purchasingAddresses.get('/buyers/:number/purchases.csv', async (c) => {
  const { reader, db } = c.var
  const buyer = await buyerOf(c)
  const selection = selectionOf(c.req.query())
  const batches = inBatches<PurchaseLine>((last, most) => linesAfter(db, reader.reach, buyer.id, selection, last, most))
  return csvFile(`fairlane-${buyer.number}`, purchasesHead(reader), batches, (lines) => purchasesCsv(buyer, lines))
})

purchasingAddresses.get('/imports', async (c) => {
  const { reader, db } = c.var
  return c.html(<ImportsPage reader={reader} rows={await imports(db, reader.reach)} />)
})

purchasingAddresses.post('/imports', async (c) => {
  operatorActs(c)
  const files = await filesSent(c.req.parseBody({ all: true }))
  if (refused(files)) return notRead(c, [{ because: files.because }], 0, files.status)
  const { read, errors } = await importEach(c, files)
  if (errors.length) return notRead(c, errors, read.length, 422)
  const [only] = read
  return c.redirect(hrefIn(c.var.reader, read.length === 1 ? `/imports/${only}` : '/imports'), 303)
})

/** Each file is an import of its own; those that could be read stay read when another is refused. */
async function importEach(c: Request, files: readonly File[]): Promise<{ read: string[]; errors: NotRead[] }> {
  const { db, actor, now } = c.var
  const read: string[] = []
  const errors: NotRead[] = []
  for (const file of files) {
    const { name, size } = file
    const source = { name, size, read: () => file.stream() as AsyncIterable<Uint8Array> }
    const report = await importFile(db, source, actor, { now })
    if (refused(report)) errors.push({ file: name, because: report.because })
    else read.push(report.id)
  }
  return { read, errors }
}

/** The form again, with why nothing, or not everything, was read in. */
async function notRead(c: Request, errors: readonly NotRead[], read: number, status: Refusal['status']) {
  const { reader, db } = c.var
  const rows = await imports(db, 'internal')
  return c.html(<ImportsPage reader={reader} rows={rows} errors={errors} read={read} />, status)
}

/** For everyone else there is nothing to act on. */
function operatorActs(c: Request): void {
  if (c.var.reader.reach !== 'internal') throw new NotFound()
}

const MOST_GROUPS = 200

async function importOf(c: Request) {
  const id = idOf(c.req.param('id') ?? '')
  const row = id && (await importAt(c.var.db, c.var.reader.reach, id))
  if (!row) throw new NotFound()
  return row
}

purchasingAddresses.get('/imports/:id', async (c) => {
  const { reader, db } = c.var
  const row = await importOf(c)
  const sums = JSON.parse(row.sums) as Sum[]
  const isOperator = reader.reach === 'internal'
  return c.html(
    <ImportPage
      reader={reader}
      row={row}
      sums={sums}
      buyers={await buyers.buyerNames(db, reader.reach, [...new Set(sums.map(({ buyer }) => buyer))])}
      {...(isOperator
        ? {
            problems: {
              groups: await problemGroups(db, row.id, MOST_GROUPS),
              counts: await problemCounts(db, row.id),
            },
          }
        : {})}
      entries={await entriesAbout(db, { import: row.id })}
      publication={isOperator && !row.published_at ? await publicationOf(db, row.id) : undefined}
      done={isOperator && row.published_at !== null && c.req.query('published') === 'now'}
    />,
  )
})

purchasingAddresses.get('/imports/:id/problems.csv', async (c) => {
  const { reader, db } = c.var
  operatorActs(c)
  const { id } = await importOf(c)
  const batches = inBatches<ProblemRow>((last, most) => problemsAfter(db, id, last?.ordinal ?? -1, most))
  const name = `fairlane-problems-${id.slice(0, 8)}`
  return csvFile(name, problemsHead(reader), batches, (rows) => problemsCsv(reader, rows))
})

purchasingAddresses.post('/imports/:id/publication', async (c) => {
  const { reader, db, now } = c.var
  operatorActs(c)
  const { id } = await importOf(c)
  const published = await publishImport(db, id, c.var.actor, now)
  if (!refused(published)) return c.redirect(hrefIn(reader, `/imports/${id}?published=now`), 303)
  const next = [{ href: hrefIn(reader, `/imports/${id}`), label: reader.words('purchasing.publication.toImport') }]
  return c.html(<RefusalPage reader={reader} refusal={published} next={next} />, published.status)
})
