/** HTTP of the climate pages: what is asked, what is said by the operator, and the same figures as JSON. */
import { dayOfInstant, instantOf } from '../kit/day.js'
import { idOf } from '../kit/id.js'
import type { Currency } from '../kit/money.js'
import { refused } from '../kit/refuse.js'
import { addresses, NotFound, type Request } from '../web/http.js'
import { hrefIn, RefusalPage } from '../web/index.js'
import { bookOf } from './acts/book.js'
import { climateOf } from './acts/climate.js'
import { entriesUnder } from './acts/contracts.js'
import { decisionsOf } from './acts/decisions.js'
import { sayOfficial, sayPrice, withdrawOfficial } from './acts/saying.js'
import { climateAddress } from './address.js'
import { climateJson } from './json.js'
import { rowCalled } from './naming.js'
import { ClimatePage, NoPurchases } from './pages/climate.js'
import { DecisionsPage } from './pages/decisions.js'
import { FigurePage, type FigureProps } from './pages/figure.js'
import { atOf, type ClimateProps } from './pages/choosing.js'
import { footingOf, type Entry } from './rules/portfolio.js'
import { isWay, keyOf, mainCurrency, yearToShow } from './seen.js'
import { selectingOf } from './selecting.js'
import { contractAt } from './store/bought.js'
import type { Measure } from './tables.js'

export const climateAddresses = addresses()

climateAddresses.get('/climate', (c) => climatePage(c))

climateAddresses.get('/climate.json', async (c) => {
  const props = await propsOf(c)
  if (!props) throw new NotFound()
  return c.json(climateJson(props, c.var.reader.words))
})

async function climatePage(c: Request, wrong?: ClimateProps['wrong']) {
  const props = await propsOf(c, wrong)
  const status = wrong ? 422 : 200
  return props ? c.html(<ClimatePage {...props} />, status) : c.html(<NoPurchases reader={c.var.reader} />, status)
}

/** Undefined where nothing was bought; a buyer that is not known is no page. */
async function propsOf(c: Request, wrong?: ClimateProps['wrong']): Promise<ClimateProps | undefined> {
  const { reader, db } = c.var
  const [by, buyer] = [c.req.query('by'), c.req.query('buyer')]
  const asked = { by: isWay(by) ? by : ('category' as const), buyer, year: yearIn(c.req.query('year')) }
  const climate = await climateOf(db, reader.reach, asked)
  if (!climate && buyer !== undefined) throw new NotFound()
  return climate && { reader, ...climate, wrong }
}

climateAddresses.get('/climate/figure', async (c) => {
  const { reader } = c.var
  const figure = await (c.req.query('by') === 'contract' ? figureUnder(c) : figureOfRow(c))
  if (!figure || figure.entries.length === 0) throw new NotFound()
  const { entries, ...shown } = figure
  const footing = footingOf('', entries, mainCurrency(entries))
  return c.html(<FigurePage {...{ reader, ...shown, footing, page: pageIn(c.req.query('page')) }} />)
})

/** Everything of the page but what follows from the entries. */
type Figure = Omit<FigureProps, 'reader' | 'footing' | 'page'> & { readonly entries: readonly Entry[] }

async function figureOfRow(c: Request): Promise<Figure | undefined> {
  const { words } = c.var.reader
  const props = await propsOf(c)
  if (!props) return undefined
  const { book, buyer, seen, seeing } = props
  const by = seen.by === 'contract' ? 'category' : seen.by
  const [of, key] = [c.req.query('of'), keyOf(by, book.servedOf)]
  return {
    ...{ book, buyer, of, year: seen.year, at: { ...atOf(props), by } },
    entries: seeing.whole.entries.filter((one) => of === undefined || key(one) === of),
    what: of === undefined ? words('impact.figure.whole') : rowCalled(by, of, book, words).name,
    selecting: selectingOf(by, of, book),
  }
}

/** Of one contract, by its address; without one it is the whole. In the latest year of which most is known, unless one is asked for. */
async function figureUnder(c: Request): Promise<Figure | undefined> {
  const { reader, db } = c.var
  const [of, asked] = [c.req.query('of'), yearIn(c.req.query('year'))]
  if (of === undefined) return figureOfRow(c)
  const contract = await contractAt(db, reader.reach, of)
  if (!contract) return undefined
  const book = await bookOf(db, reader.reach)
  const all = await entriesUnder(db, reader.reach, book, contract.id)
  const year = asked ?? yearToShow(all) ?? 0
  const entries = all.filter((one) => one.year === year)
  const at = { by: 'contract', year } as const
  return { ...{ book, buyer: undefined, of, year, at, entries }, what: contract.title, selecting: { contract: of } }
}

const yearIn = (written = ''): number | undefined => (/^(19|20)\d\d$/.test(written) ? Number(written) : undefined)
const pageIn = (written = ''): number => (/^[1-9]\d{0,5}$/.test(written) ? Number(written) : 1)

climateAddresses.get('/climate/decisions', async (c) => {
  const { reader, db, now } = c.var
  const decisions = await decisionsOf(db, reader.reach, dayOfInstant(instantOf(now)))
  return c.html(<DecisionsPage reader={reader} {...decisions} page={pageIn(c.req.query('page'))} />)
})

/** Only on the operator's own pages; elsewhere there is no such address. */
async function sentBy(c: Request): Promise<Readonly<Record<string, string>>> {
  if (c.var.reader.reach !== 'internal') throw new NotFound()
  const body = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, 500) : '']),
  )
}

const writtenIn = ({ year = '', value = '', source = '', url = '' }: Readonly<Record<string, string>>) => ({
  ...{ year, value, source, url },
})

climateAddresses.post('/climate/official', async (c) => {
  const { db, actor, now, reader } = c.var
  const sent = await sentBy(c)
  const measure: Measure = sent['measure'] === 'tonnes' ? 'tonnes' : 'kg-per-kg-food'
  const figure = { ...writtenIn(sent), buyer: sent['buyer'] ?? '', measure, scope: sent['scope'] ?? '' }
  const said = await sayOfficial(db, figure, actor, now)
  if (refused(said)) return climatePage(c, { form: 'official', sent })
  return c.redirect(`${hrefIn(reader, climateAddress({ buyer: figure.buyer }))}#official`, 303)
})

climateAddresses.post('/climate/official/:id/withdrawal', async (c) => {
  const { db, actor, now, reader } = c.var
  await sentBy(c)
  const id = idOf(c.req.param('id'))
  if (!id) throw new NotFound()
  const taken = await withdrawOfficial(db, id, actor, now)
  if (refused(taken)) return c.html(<RefusalPage reader={reader} refusal={taken} />, taken.status)
  return c.redirect(hrefIn(reader, climateAddress()), 303)
})

const CURRENCIES: readonly Currency[] = ['SEK', 'EUR', 'GBP', 'NOK', 'DKK']

climateAddresses.post('/climate/prices', async (c) => {
  const { db, actor, now, reader } = c.var
  const sent = await sentBy(c)
  const currency = CURRENCIES.find((one) => one === sent['currency']) ?? 'SEK'
  const kind = sent['kind'] === 'rate' ? 'rate' : 'index'
  const said = await sayPrice(db, { ...writtenIn(sent), kind, currency }, actor, now)
  if (refused(said)) return climatePage(c, { form: 'prices', sent })
  return c.redirect(hrefIn(reader, climateAddress({ year: Number(sent['year']) })), 303)
})
