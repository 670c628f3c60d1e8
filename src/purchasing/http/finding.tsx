/** Looking for anything by words: the best of each noun, or all of one. The words stand in the address and nowhere else. */
import { codeWithCheck, labelOf, searchCategories } from '../../categories/index.js'
import type { Reach } from '../../kit/actor.js'
import type { Database } from '../../kit/db/index.js'
import { addresses, type Request } from '../../web/http.js'
import { askedOfList, type AskedOfList } from '../asked.js'
import { soughtIn, type Sought } from '../finding/sought.js'
import { FindingPage, type Found, type Group } from '../pages/finding.js'
import { purchasesAddress } from '../selection.js'
import {
  contractsSought,
  procurementsSought,
  resembling,
  suppliersSought,
  type Hit,
  type How,
  type Part,
} from '../store/finding.js'
import { accountsSought, buyersSought, unitsSought, type OwnHit } from '../store/finding-own.js'
import { NOUNS, type Noun } from '../finding/nouns.js'
import { unitAddress } from '../units/address.js'
import { beforeTheEnd } from './request.js'

export const finding = addresses()

const FIRST = { skip: 0, most: 5 }

finding.get('/search', async (c) => {
  const { reader } = c.var
  const asked = askedOfList(c.req.query())
  const only = NOUNS.find((noun) => noun === c.req.query('in'))
  const sought = soughtIn(asked.words, reader.language)
  const groups =
    sought.words.length === 0 ? [] : only ? [await allOf(c, only, sought, asked)] : await bestOf(c, sought, asked)
  if (only) beforeTheEnd(asked, groups[0]?.hits ?? [])
  return c.html(<FindingPage reader={reader} asked={asked} sought={sought} only={only} groups={groups} />)
})

/** What is met as written; only where no noun has any, what resembles it. A category is led to, and answers no name. */
async function bestOf(c: Request, sought: Sought, asked: AskedOfList): Promise<Group[]> {
  const by = (how: How) => Promise.all(NOUNS.map((noun) => groupOf(c, noun, sought, how, FIRST, asked)))
  const written = await by('written')
  return written.some(({ noun, found }) => noun !== 'categories' && found > 0) ? written : by('likest')
}

/** A page of one noun; as written where its first page is. */
async function allOf(c: Request, noun: Noun, sought: Sought, asked: AskedOfList): Promise<Group> {
  const written = await groupOf(c, noun, sought, 'written', asked, asked)
  if (written.found || noun === 'categories') return written
  const first = asked.page > 1 ? await groupOf(c, noun, sought, 'written', FIRST, asked) : written
  return first.found ? written : groupOf(c, noun, sought, 'likest', asked, asked)
}

async function groupOf(
  c: Request,
  noun: Noun,
  sought: Sought,
  how: How,
  part: Part,
  asked: AskedOfList,
): Promise<Group> {
  if (noun === 'categories') return { noun, how: 'written', ...categoriesSought(c, asked.words, part) }
  const { reach } = c.var.reader
  const hits = await resembling(c.var.db, how, (db) => SEEKERS[noun]({ db, reach }, sought, how, part))
  return { noun, how, hits, found: hits[0]?.found ?? 0 }
}

interface Where {
  readonly db: Database
  readonly reach: Reach
}
type Seek = (at: Where, sought: Sought, how: How, part: Part) => Promise<readonly Hit[]>

const SEEKERS: Readonly<Record<Exclude<Noun, 'categories'>, Seek>> = {
  contracts: ({ db, reach }, ...asked) => contractsSought(db, reach, ...asked),
  procurements: ({ db, reach }, ...asked) => procurementsSought(db, reach, ...asked),
  suppliers: ({ db, reach }, ...asked) => suppliersSought(db, reach, ...asked),
  buyers: ({ db, reach }, ...asked) => buyersSought(db, reach, ...asked),
  units: async ({ db, reach }, ...asked) =>
    (await unitsSought(db, reach, ...asked)).map((hit) =>
      ownedBy(hit, `/buyers/${hit.buyerNumber}/units/${unitAddress(hit.name)}`),
    ),
  accounts: async ({ db, reach }, ...asked) =>
    (await accountsSought(db, reach, ...asked)).map((hit) =>
      ownedBy(hit, purchasesAddress(hit.buyerNumber, { account: hit.name })),
    ),
}

const ownedBy = ({ name, buyerNumber, buyerName, found }: OwnHit, address: string): Hit => ({
  ...{ address, title: name, number: null, buyerNumber, buyerName, supplier: null, category: null, found },
})

function categoriesSought({ var: { reader } }: Request, words: string, { skip, most }: Part) {
  const all = searchCategories(words, reader.language)
  const hits = all.slice(skip, skip + most).map(({ category: { code }, because }): Found => ({
    ...{ address: `/categories/${code}`, title: labelOf(code, reader.language), number: codeWithCheck(code) },
    ...{ buyerNumber: null, buyerName: null, supplier: null, category: null, because },
  }))
  return { hits, found: all.length }
}
