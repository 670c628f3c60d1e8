/** Contracts: the list with its choices, and one contract with its renewal. */
import type { Day } from '../../kit/day.js'
import { grouped } from '../../kit/grouped.js'
import { addresses, NotFound, type Request } from '../../web/http.js'
import { contractsAsked, type AskedOfContracts } from '../contract-asked.js'
import { facetsOf } from '../facets.js'
import { ContractsPage } from '../pages/contract-list.js'
import { ContractPage } from '../pages/contract.js'
import type { ListedContract } from '../pages/exports-of-contracts.js'
import { PurchasesUnder } from '../pages/judged/purchases-under.js'
import { paceOf } from '../renewal.js'
import { boughtUnder, contractAt, tellingsOf, type ContractShown } from '../store/contract-page.js'
import { contractPairs, contractsFound, largestHolders, partiesOf, type ContractListed } from '../store/contracts.js'
import { boughtUnderContract } from '../store/following.js'
import { supplierAt } from '../store/suppliers.js'
import { beforeTheEnd, today } from './request.js'

export const contracts = addresses()

const MOST_SUPPLIERS = 30

contracts.get('/contracts', async (c) => {
  const { reader, db } = c.var
  const asked = contractsAsked(c.req.query())
  const on = today(c)
  const found = await found25(c, asked, on)
  beforeTheEnd(asked, found)
  return c.html(
    <ContractsPage
      reader={reader}
      asked={asked}
      facets={facetsOf(await contractPairs(db, reader.reach, on, asked), asked)}
      suppliers={await suppliersToChoose(c, asked)}
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

contracts.get('/contracts/:address', async (c) => {
  const { reader, db } = c.var
  const contract = await contractAt(db, reader.reach, c.req.param('address'))
  if (!contract) throw new NotFound()
  const pace = await paceUnder(c, contract)
  return c.html(
    <ContractPage
      reader={reader}
      contract={contract}
      parties={await partiesOf(db, reader.reach, [contract.id])}
      tellings={await tellingsOf(db, reader.reach, contract.id)}
      today={today(c)}
      pace={pace}
      more={
        <PurchasesUnder
          reader={reader}
          contract={contract}
          rows={await boughtUnderContract(db, reader.reach, contract.id)}
          pace={typeof pace === 'string' ? undefined : pace}
        />
      }
    />,
  )
})

/** Only the buyer's own people see all that was bought. */
const paceUnder = async ({ var: { db, reader } }: Request, { id, startsOn }: ContractShown) =>
  paceOf(startsOn, reader.reach === 'internal' ? await boughtUnder(db, id) : null)
