/** What the pages of units say in the same way, and where they lead. */
import { moneyExactly } from '../../kit/money.js'
import { hrefIn, WRITTEN, type Reader } from '../../web/index.js'
import { addressed } from '../asked.js'
import type { Served } from '../people-served.js'
import type { BuyerRow } from '../store/buyers.js'
import type { UnitBought, UnitSelection } from '../store/units.js'
import { unitAddress } from '../units/address.js'

export const trailOf = (reader: Reader, buyer: BuyerRow) => [
  { href: hrefIn(reader, '/buyers'), label: reader.words('purchasing.buyers.title') },
  { href: hrefIn(reader, `/buyers/${buyer.number}`), label: buyer.name, lang: WRITTEN },
]

export const unitsAddress = (buyer: BuyerRow, asked: { year?: number | undefined; served?: Served | undefined } = {}) =>
  addressed(`/buyers/${buyer.number}/units`, asked)

/** Where the lines delivered to a unit stand. */
export const unitLinesAddress = (buyer: BuyerRow, unit: string, of: Partial<UnitSelection>, page = 1): string =>
  addressed(`/buyers/${buyer.number}/units/${unitAddress(unit)}/lines`, { ...of, page: page === 1 ? undefined : page })

export const servedIn = ({ words }: Reader, served: Served): string => words(`purchasing.units.served.${served}`)
export const sumIn = (reader: Reader, { amount, currency }: Pick<UnitBought, 'amount' | 'currency'>): string =>
  moneyExactly({ amount, currency }, reader.language)
