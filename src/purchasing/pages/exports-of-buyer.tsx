/** What one buyer's units bought, and how its purchases follow contracts, as tables for a spreadsheet. */
import type { Currency } from '../../kit/money.js'
import type { Reader } from '../../web/index.js'
import { FOLLOWINGS, type Followed } from '../followed.js'
import type { UnitLine, Way } from '../store/units.js'
import { servedOf, type UnitServing } from '../units/served.js'
import type { Export } from './exports.js'
import { divisionName } from './judged/followed-tables.js'
import { servedIn } from './unit-parts.js'

/** Sums of both ways to know a unit stand in one file and are told apart: they must not be added. */
export const unitsExport = (reader: Reader): Export<UnitServing & { readonly way: Way }> => ({
  head: [
    reader.words('purchasing.exports.knownBy'),
    reader.words('purchasing.buyer.unit'),
    reader.words('purchasing.units.people'),
    reader.words('purchasing.exports.bought'),
    reader.words('purchasing.judged.chosen.currency'),
    reader.words('purchasing.buyer.lines'),
  ],
  row: (one) => [
    reader.words('purchasing.exports.way', { way: one.way }),
    one.unit ?? reader.words('purchasing.buyer.noUnit'),
    servedIn(reader, servedOf(one)),
    { hundredths: one.amount },
    one.currency,
    one.lines,
  ],
})

/** An article's name is empty where it is not shown within reach. */
export function unitLinesExport({ words }: Reader, currency: Currency): Export<UnitLine> {
  return {
    head: [
      words('purchasing.lines.bookedOn'),
      words('purchasing.lines.supplier'),
      words('purchasing.lines.account'),
      words('purchasing.units.article'),
      words('purchasing.lines.amount'),
      words('purchasing.judged.chosen.currency'),
      words('purchasing.imports.file'),
      words('purchasing.imports.line'),
    ],
    row: (one) => [
      { day: one.bookedOn },
      one.supplier,
      one.account,
      one.article,
      { hundredths: one.amount },
      currency,
      one.file,
      one.line,
    ],
  }
}

export type FollowedRow = Followed & { readonly by: 'division' | 'unit' }

/** Each sum in its own column; once by category and once by unit. */
export const followedExport = (reader: Reader, currency: Currency): Export<FollowedRow> => ({
  head: [
    reader.words('purchasing.exports.by'),
    reader.words('purchasing.exports.of'),
    reader.words('purchasing.judged.chosen.currency'),
    reader.words('purchasing.exports.bought'),
    ...FOLLOWINGS.map((following) => reader.words('purchasing.judged.followed.following', { following })),
  ],
  row: ({ by, of, amount, parts }) => [
    reader.words(`purchasing.judged.by.${by === 'unit' ? 'unit' : 'category'}`),
    by === 'unit' ? (of ?? reader.words('purchasing.buyer.noUnit')) : divisionName(reader, of),
    currency,
    { hundredths: amount },
    ...FOLLOWINGS.map((following) => ({ hundredths: parts[following].amount })),
  ],
})
