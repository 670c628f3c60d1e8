/** Contracts as a table for a spreadsheet, each with its next day to act and why. */
import type { Day } from '../../kit/day.js'
import type { Reader } from '../../web/index.js'
import { chainBought } from '../renewal.js'
import type { ContractListed, Holds } from '../store/contracts.js'
import type { Export } from './exports.js'
import { becauseInWords, stepInWords } from './renewal-words.js'

export interface ListedContract extends ContractListed {
  readonly holders: readonly Holds[]
}

const HEAD = ['number', 'name', 'buyer', 'supplier', 'agreement', 'starts', 'ends', 'lastEnd', 'act', 'what'] as const

export const contractsExport = (reader: Reader, today: Day): Export<ListedContract> => ({
  head: [
    ...HEAD.map((key) => reader.words(`purchasing.contracts.${key}`)),
    reader.words('purchasing.contracts.ceilingKronor'),
    reader.words('purchasing.contracts.stateNow'),
    reader.words('purchasing.renewal.why'),
  ],
  row: (one) => {
    const { state, next, last } = chainBought(one, today)
    return [
      one.number,
      one.title,
      one.buyerName,
      one.holders.map(({ name }) => name ?? reader.words('purchasing.contracts.unnamed')).join('; '),
      one.agreement && reader.words(`purchasing.agreement.${one.agreement}`),
      dayIn(one.startsOn),
      dayIn(one.endsOn),
      dayIn(last),
      dayIn(next?.on),
      next ? stepInWords(reader, next) : null,
      one.ceiling === null ? null : { hundredths: one.ceiling },
      reader.words(`purchasing.contracts.states.${state}`),
      next ? becauseInWords(reader, next) : null,
    ]
  },
})

const dayIn = (day: Day | null | undefined) => (day ? { day } : null)
