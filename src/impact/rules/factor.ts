/** Emission factors as rows: how many kilograms of CO2e a unit or a unit of money brings, with everything needed to open it. */
import type { Citation } from '../../kit/cite.js'
import type { Currency } from '../../kit/money.js'
import { sigmaOfGsd, sigmaOfRange, type Range } from './range.js'

interface Row {
  readonly id: string
  /** The database and its version; two databases are never mixed in one comparison. */
  readonly database: string
  readonly version: string
  /** Kilograms of CO2e for one unit; more than 0. */
  readonly value: number
  readonly gsd?: number
  /** The range as the source prints it, for the same unit. */
  readonly range?: Range
  /** The year that the emissions are of, and the place. */
  readonly year: number
  readonly region: string
  /** With its licence; `credit` is the line that the licence asks to be printed. */
  readonly source: Citation
  readonly credit?: string
}

export type Unit = 'kg' | 'piece' | 'kWh' | 'km' | 'meal'
export interface ActivityFactor extends Row {
  readonly kind: 'activity'
  readonly item: string
  /** As its source calls the item. */
  readonly name?: string
  readonly unit: Unit
}
export interface SpendFactor extends Row {
  readonly kind: 'spend'
  /** The digits that a CPV code begins with. */
  readonly cpvPrefix: string
  readonly currency: Currency
  readonly priceYear: number
  /** What an invoice says is a purchaser's price; a factor for basic prices would overstate it. */
  readonly prices: 'purchaser' | 'basic'
}
export type Factor = ActivityFactor | SpendFactor

/** σ from the stated GSD, otherwise from the printed range; undefined where the source tells neither. */
export function sigmaOf({ gsd, range }: Row): number | undefined {
  if (gsd !== undefined) return sigmaOfGsd(gsd)
  return range === undefined ? undefined : sigmaOfRange(range)
}

/** The one whose prefix fits most digits of the code. Only purchaser's prices; undefined where none fits. */
export const spendFactorFor = (cpv: string, factors: readonly Factor[]): SpendFactor | undefined =>
  longestPrefix(
    factors.filter((factor) => factor.kind === 'spend').filter(({ prices }) => prices === 'purchaser'),
    cpv,
  )

export const activityFactorFor = (item: string, unit: Unit, factors: readonly Factor[]): ActivityFactor | undefined =>
  factors.filter((factor) => factor.kind === 'activity').find((factor) => factor.item === item && factor.unit === unit)

/** Of equally long prefixes the first. */
export const longestPrefix = <T extends { readonly cpvPrefix: string }>(
  rows: readonly T[],
  cpv: string,
): T | undefined =>
  rows
    .filter(({ cpvPrefix }) => cpv.startsWith(cpvPrefix))
    .reduce<T | undefined>(
      (best, row) => (best && best.cpvPrefix.length >= row.cpvPrefix.length ? best : row),
      undefined,
    )

/**
 * A factor for basic prices turned into one for purchaser's prices, as the source does it: the factor's own share of what is
 * paid, and the trade and transport margin's share with the margin's factor. Shares of the purchaser's price.
 */
export const atPurchaserPrice = (
  basic: number,
  basicShare: number,
  margin: { readonly share: number; readonly factor: number },
): number => basic * basicShare + margin.share * margin.factor
