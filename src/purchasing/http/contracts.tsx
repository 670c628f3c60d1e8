/** Contracts: the list with its choices, and one contract with its renewal. */
import type { Child } from 'hono/jsx'
import type { Day } from '../../kit/day.js'
import { grouped } from '../../kit/grouped.js'
import { addresses, NotFound, type Request } from '../../web/http.js'
import type { Database } from '../../kit/db/index.js'
import type { Reader } from '../../web/index.js'
import { contractsAsked, type AskedOfContracts } from '../contract-asked.js'
import { facetsOf } from '../facets.js'
import { ContractsPage } from '../pages/contract-list.js'
import { ContractPage } from '../pages/contract.js'
import type { ListedContract } from '../pages/exports-of-contracts.js'
import { PurchasesUnder } from '../pages/judged/purchases-under.js'
import type { KnownContract } from '../known-contract.js'
import { paceOf, stateOf } from '../renewal.js'
import { boughtUnder, contractWhole, type ContractShown } from '../store/contract-page.js'
import { contractPairs, contractsFound, largestHolders, partiesOf, type ContractListed } from '../store/contracts.js'
import { supplierAt } from '../store/suppliers.js'
import { beforeTheEnd, today } from './request.js'

export const contracts = addresses()

const MOST_SUPPLIERS = 30

contracts.get('/contracts', async (c) => {
  const { reader, db } = c.var
  const asked = contractsAsked(c.req.query())
  const on = today(c)
  const [found, pairs, suppliers] = await Promise.all([
    found25(c, asked, on),
    contractPairs(db, reader.reach, on, asked),
    suppliersToChoose(c, asked),
  ])
  beforeTheEnd(asked, found)
  return c.html(
    <ContractsPage
      reader={reader}
      asked={asked}
      facets={facetsOf(pairs, asked)}
      suppliers={suppliers}
      rows={found}
      today={on}
    />,
  )
})

/** A supplier that was chosen elsewhere can be chosen here, however few contracts it holds. */
async function suppliersToChoose({ var: { db, reader } }: Request, { supplier }: AskedOfContracts) {
  const largest = await largestHolders(db, reader.reach, MOST_SUPPLIERS)
  if (supplier === undefined || largest.some(({ address }) => address === supplier)) return largest
  const chosen = await supplierAt(db, reader.reach, supplier)
  return chosen ? [...largest, { address: chosen.address, name: chosen.name }] : largest
}

const found25 = async (c: Request, asked: AskedOfContracts, on: Day) =>
  held(c, await contractsFound(c.var.db, c.var.reader.reach, on, asked, asked))

/** With those who hold them. */
export async function held(c: Request, rows: readonly ContractListed[]): Promise<ListedContract[]> {
  const ids = rows.map(({ id }) => id)
  const holders = grouped(await partiesOf(c.var.db, c.var.reader.reach, ids), (one) => one.contract)
  return rows.map((row) => ({ ...row, holders: holders.get(row.id) ?? [] }))
}

/** What others add to the page of a contract: this module knows neither law nor terms. */
export type OfContract = (of: {
  readonly db: Database
  readonly reader: Reader
  readonly contract: KnownContract
  readonly today: Day
}) => Promise<Child>

export const contractWith = (ofContract: OfContract) =>
  addresses().get('/contracts/:address', async (c) => {
    const { reader, db } = c.var
    const whole = await contractWhole(db, reader.reach, c.req.param('address'))
    if (!whole) throw new NotFound()
    const { contract, under, ...told } = whole
    const pace = await paceUnder(c, contract)
    const known = { ...contract, holders: told.parties.length, state: stateOf(standing(contract), today(c)) }
    const more = await ofContract({ db, reader, contract: known, today: today(c) })
    return c.html(
      <ContractPage
        reader={reader}
        contract={contract}
        {...told}
        today={today(c)}
        pace={pace}
        more={
          <>
            {more}
            <PurchasesUnder
              reader={reader}
              contract={contract}
              rows={under}
              pace={typeof pace === 'string' ? undefined : pace}
            />
          </>
        }
      />,
    )
  })

const standing = (contract: ContractShown) => ({ ...contract, isWithdrawn: contract.withdrawnBy !== null })

/** Only the buyer's own people see all that was bought. */
const paceUnder = async ({ var: { db, reader } }: Request, { id, startsOn }: ContractShown) =>
  paceOf(startsOn, reader.reach === 'internal' ? await boughtUnder(db, id) : null)
