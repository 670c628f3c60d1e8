/** HTTP of terms. The page is made of what its address says and keeps nothing; the cap comes from whoever knows the law. */
import type { Reach } from '../kit/actor.js'
import type { Database } from '../kit/db/index.js'
import { contractsOf, optionEnds, optionMonths, procurementsTitled } from '../purchasing/index.js'
import { addresses, type Request } from '../web/http.js'
import { hrefIn } from '../web/index.js'
import { askedIn, tidied } from './asked.js'
import { reckonedJson } from './json.js'
import { justify } from './justification.js'
import { chosenIn, measured, type Running } from './lengths.js'
import { DraftPage } from './pages/draft.js'
import { wrongInWords } from './pages/form.js'
import { LengthsPage } from './pages/lengths.js'
import { TermsPage } from './pages/page.js'
import { labelOfField } from './pages/said.js'
import { FIRST, reckon } from './reckoned.js'
import type { Cap } from './rules/lawful.js'

export const termsWith = (cap: Cap) =>
  addresses()
    .get('/terms', (c) => {
      const tidy = tidied(c.req.query())
      if (tidy) return c.redirect(hrefIn(c.var.reader, tidy), 302)
      const asked = askedIn(c.req.query())
      const status = asked.wrong.length > 0 ? 422 : 200
      return c.html(<TermsPage reader={c.var.reader} asked={asked} reckoned={reckon(asked, cap)} cap={cap} />, status)
    })
    .get('/terms.json', (c) => asJson(c, cap))
    .get('/terms/reasons', (c) => {
      const reckoned = reckon(askedIn(c.req.query()), cap)
      const query = new URL(c.req.url).search
      if (!reckoned) return c.redirect(hrefIn(c.var.reader, `/terms${query}`), 303)
      return c.html(<DraftPage reader={c.var.reader} justification={justify(reckoned, cap)} cap={cap} query={query} />)
    })
    .get('/terms/contracts', async (c) => {
      const { db, reader } = c.var
      const contracts = (await runningIn(db, reader.reach)).map(measured)
      return c.html(<LengthsPage reader={reader} contracts={contracts} chosen={chosenIn(c.req.query())} cap={cap} />)
    })

/** All that is wrong at once; a name that is no field is wrong too, since a program cannot see that it was not read. */
function asJson(c: Request, cap: Cap) {
  const { words } = c.var.reader
  const asked = askedIn(c.req.query())
  const reckoned = reckon(asked, cap)
  if (reckoned && asked.unknown.length === 0) return c.json(reckonedJson(reckoned, words))
  const problems = [
    ...asked.unknown.map((field) => ({ field, sentence: words('terms.problem.unknown', { input: field }) })),
    ...asked.wrong.map((wrong) => ({ field: wrong.field, sentence: wrongInWords(wrong, words) })),
    ...FIRST.filter((field) => asked.written[field] === undefined).map((field) => ({
      field,
      sentence: words('terms.wrong.missing', { label: labelOfField(field, words) }),
    })),
  ]
  return c.json({ problems }, 422)
}

/** Every title holds the empty word. */
const ANY_TITLE = ['']
const MOST_PROCUREMENTS = 100_000
/** A query takes so many names at most. */
const AT_ONCE = 5000

/** Every contract that a register tells of, within the reach; each once, however many hold it. */
async function runningIn(db: Database, reach: Reach): Promise<Running[]> {
  const procurements = await procurementsTitled(db, reach, ANY_TITLE, MOST_PROCUREMENTS)
  const known = new Map(procurements.map((one) => [one.id, one]))
  const contracts = new Map<string, Running>()
  const ids = [...known.keys()]
  for (let from = 0; from < ids.length; from += AT_ONCE)
    for (const one of await contractsOf(db, reach, ids.slice(from, from + AT_ONCE))) {
      const { buyerName, category, agreement } = known.get(one.procurement)!
      const { address, title, startsOn, endsOn } = one
      const lastOn = one.extensionMonths === null ? null : (optionEnds(endsOn, optionMonths(one)).at(-1) ?? endsOn)
      contracts.set(address, { address, title, buyerName, category, agreement, startsOn, endsOn, lastOn })
    }
  return [...contracts.values()]
}
