/**
 * The EU thresholds as a municipality meets them, excluding VAT. The kronor amounts are the published ones and are never
 * worked out from a day's rate; for 2026-27 only the euro amounts have been read.
 */
import { day } from '../../../kit/day.js'
import { page, type Cited } from '../cites.js'
import type { Dated } from './dated.js'

export type Threshold = 'goodsAndServices' | 'works' | 'light'

const competition = 'https://www.konkurrensverket.se/upphandling/'
const older = `${competition}lagar-och-regler/troskelvarden/gamla-troskelvarden/`
const oldest = `${competition}om-lagstiftningen/troskelvarden/troskelvarden-och-direktupphandlingsgranser-1-januari-201831-december-2019/`
const buyers =
  'https://www.upphandlingsmyndigheten.se/regler-och-lagstiftning/troskelvarden-och-direktupphandlingsgranser/'

const of1819 = page('konkurrensverket.se', '2018-2019', oldest)
const of2021 = page('konkurrensverket.se', '2020-2021', older)
const of2223 = page('konkurrensverket.se', '2022-2023', older)
const of2425 = page('upphandlingsmyndigheten.se', '2024-2025', buyers)
const of2627 = page('(EU) 2025/2152', '2026-2027', 'https://eur-lex.europa.eu/eli/reg_del/2025/2152/oj')

/** Where each period's amounts are published. */
export const PUBLISHED = page('upphandlingsmyndigheten.se', '2018-2027', buyers)

/** Where the kronor amounts of 2026-27 stand; they have not been read here. */
export const KRONOR_2026 = page(
  'C/2025/5732',
  'EUT C 23.10.2025',
  'https://eur-lex.europa.eu/legal-content/SV/TXT/?uri=CELEX:52025XC05732',
)

export const THRESHOLDS: readonly Dated<Threshold>[] = [
  ...both('2018-01-01', '2019-12-31', of1819, [221_000, 2_096_097], [5_548_000, 52_620_561], [750_000, 7_113_450]),
  ...both('2020-01-01', '2021-12-31', of2021, [214_000, 2_197_545], [5_350_000, 54_938_615], [750_000, 7_701_675]),
  ...both('2022-01-01', '2023-12-31', of2223, [215_000, 2_236_731], [5_382_000, 55_991_099], [750_000, 7_802_550]),
  ...both('2024-01-01', '2025-12-31', of2425, [221_000, 2_389_585], [5_538_000, 59_880_179], [750_000, 8_109_450]),
  ...both('2026-01-01', '2027-12-31', of2627, [216_000], [5_404_000], [750_000]),
]

/** Euro, then kronor where they have been read. */
type Amounts = readonly [euro: number, kronor?: number]

function both(first: string, last: string, cite: Cited, goodsAndServices: Amounts, works: Amounts, light: Amounts) {
  const held = { from: day(first), to: day(last), cites: [cite] as const }
  return Object.entries({ goodsAndServices, works, light }).flatMap(([name, [euro, kronor]]) => {
    const row = { name: name as Threshold, ...held }
    const inEuro: Dated<Threshold> = { ...row, unit: 'EUR', amount: euro }
    return kronor === undefined ? [inEuro] : [inEuro, { ...row, unit: 'SEK' as const, amount: kronor }]
  })
}
