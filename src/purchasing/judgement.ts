/** What lines alike are, month by month, and under which contract: one answer for as long as it stays the same. */
import { categoryOfPurchase, isCode, type BuyersOwn, type Code, type PurchaseReading } from '../categories/index.js'
import type { Day } from '../kit/day.js'
import type { Message } from '../kit/words/index.js'
import { contractOf, followingOf, type Attribution, type Contracts, type Following } from './attribution.js'

/** Lines alike in all that a judgement rests on but the month. */
export interface Alike {
  readonly supplier: number | null
  readonly supplierName: string | null
  readonly account: {
    readonly id: number
    readonly code: string
    readonly text: string
    readonly category: string | null
  }
  readonly stated: string | null
  readonly corrected: string | null
  /** First days of the months they were booked in, in order. */
  readonly months: readonly Day[]
}
export interface Judged {
  readonly firstMonth: Day
  readonly lastMonth: Day
  readonly contract: number | null
  readonly contractBecause: Message
  readonly following: Following
  readonly beside: number | null
  readonly reading: PurchaseReading
}

/** In the order of months. Readings are the same object as long as they rest on the same contract. */
export function judged(alike: Alike, contracts: Contracts, own: BuyersOwn): Judged[] {
  const answers: Judged[] = []
  const readings = new Map<number | undefined, PurchaseReading>()
  for (const month of alike.months) {
    const attribution = contractOf({ ...alike, month, category: codeOf(alike.account.category) }, contracts)
    const key = attribution.contract?.id
    const reading = readings.get(key) ?? readingOf(alike, attribution, contracts, own)
    readings.set(key, reading)
    const { following, beside } = followingOf(attribution, reading.code ?? null, month, contracts)
    const answer = {
      firstMonth: month,
      lastMonth: month,
      contract: key ?? null,
      contractBecause: attribution.because,
      following,
      beside: beside?.id ?? null,
      reading,
    }
    const last = answers.at(-1)
    if (last && isSame(last, answer)) answers[answers.length - 1] = { ...last, lastMonth: month }
    else answers.push(answer)
  }
  return answers
}

const isSame = (a: Judged, b: Judged): boolean =>
  a.contract === b.contract &&
  a.following === b.following &&
  a.beside === b.beside &&
  a.reading === b.reading &&
  a.contractBecause.key === b.contractBecause.key

function readingOf(
  { supplier, supplierName, account, corrected }: Alike,
  { contract, by }: Attribution,
  contracts: Contracts,
  own: BuyersOwn,
): PurchaseReading {
  const held = supplier === null ? [] : contracts.heldBy(supplier)
  return categoryOfPurchase(
    {
      correction: codeOf(corrected) ?? undefined,
      account: { code: account.code, text: account.text },
      ...(contract?.category && by ? { contract: { number: contract.number, code: contract.category, by } } : {}),
      ...(supplier === null
        ? {}
        : {
            supplier: {
              id: String(supplier),
              name: supplierName ?? '',
              contracts: held.flatMap(({ category }) => category ?? []),
            },
          }),
    },
    own,
  )
}

const codeOf = (written: string | null): Code | null => (written !== null && isCode(written) ? written : null)
