/** HTTP of terms. The page is made of what its address says and keeps nothing; the cap comes from whoever knows the law. */
import { contractLengthAt, contractLengths, type ContractLength } from '../purchasing/index.js'
import { addresses, type Request } from '../web/http.js'
import { hrefIn } from '../web/index.js'
import { askedIn, tidied, type Asked } from './asked.js'
import { reckonedJson } from './json.js'
import { justify } from './justification.js'
import { chosenIn, measured } from './lengths.js'
import { DraftPage } from './pages/draft.js'
import { wrongInWords } from './pages/form.js'
import { LengthsPage } from './pages/lengths.js'
import { TermsPage } from './pages/page.js'
import { labelOfField } from './pages/said.js'
import { FIRST, reckon } from './reckoned.js'
import type { Cap } from './rules/lawful.js'

export const termsWith = (cap: Cap) =>
  addresses()
    .get('/terms', async (c) => {
      const tidy = tidied(c.req.query())
      if (tidy) return c.redirect(hrefIn(c.var.reader, tidy), 302)
      const asked = askedIn(c.req.query())
      const page = { reader: c.var.reader, asked, reckoned: reckon(asked, cap), cap, from: await openedFrom(c, asked) }
      return c.html(<TermsPage {...page} />, asked.wrong.length > 0 ? 422 : 200)
    })
    .get('/terms.json', (c) => asJson(c, cap))
    .get('/terms/reasons', async (c) => {
      const asked = askedIn(c.req.query())
      const reckoned = reckon(asked, cap)
      const query = new URL(c.req.url).search
      if (!reckoned) return c.redirect(hrefIn(c.var.reader, `/terms${query}`), 303)
      const page = { reader: c.var.reader, justification: justify(reckoned, cap), cap, query }
      return c.html(<DraftPage {...page} from={await openedFrom(c, asked)} />)
    })
    .get('/terms/contracts', async (c) => {
      const { db, reader } = c.var
      const contracts = (await contractLengths(db, reader.reach)).map(measured)
      const of = { reader, contracts, cap, chosen: chosenIn(c.req.query()), page: c.req.query('page') }
      return c.html(<LengthsPage {...of} />)
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

/** The contract that the address says it was opened from, where it stands within the reader's reach. */
const openedFrom = async (c: Request, { contract }: Asked): Promise<ContractLength | undefined> =>
  contract === undefined ? undefined : contractLengthAt(c.var.db, c.var.reader.reach, contract)
