/** How a buyer's purchases follow its contracts. */
import { addresses, type Request } from '../../web/http.js'
import { followedBy, wholeOf } from '../followed.js'
import { FollowedPage } from '../pages/judged/followed.js'
import { selectionOf } from '../selection.js'
import type { BuyerRow } from '../store/buyers.js'
import { boughtBeside, contractsNamed, followingOf, mayCallOff } from '../store/following.js'
import { isToJudge } from '../store/judging.js'
import { filesOfBuyer, yearsBought } from '../store/overview.js'
import { buyerOf } from './buyers.js'

export const following = addresses()

const MOST_BESIDE = 20

following.get('/buyers/:number/contracts-followed', async (c) => {
  const { reader, db } = c.var
  const { reach } = reader
  const buyer = await buyerOf(c)
  const span = spanOf(c, buyer)
  const sums = await followingOf(db, reach, buyer.id, span)
  const divisions = sums.filter(({ by }) => by === 'division')
  const beside = await boughtBeside(db, reach, buyer.id, span, MOST_BESIDE)
  const ids = new Set(beside.flatMap(({ contracts }) => contracts.split(' ').filter(Boolean).map(Number)))
  return c.html(
    <FollowedPage
      reader={reader}
      buyer={buyer}
      year={span.year}
      years={await yearsBought(db, reach, buyer.id)}
      whole={wholeOf(divisions)}
      divisions={followedBy(divisions)}
      units={followedBy(sums.filter(({ by }) => by === 'unit'))}
      hasContracts={await mayCallOff(db, reach, buyer.id)}
      beside={beside}
      contracts={await contractsNamed(db, reach, [...ids])}
      files={await filesOfBuyer(db, reach, buyer.id, span)}
      isWaiting={await isToJudge(db, buyer.id)}
    />,
  )
})

/** The year asked about, in the buyer's own currency. */
export function spanOf(c: Request, { currency }: BuyerRow) {
  const { year } = selectionOf(c.req.query())
  return { currency, year: year === undefined ? undefined : Number(year) }
}
