/** The factors for money that come with us: FIGARO for Sweden (`spend-factors.tsv`), for every division and 36 finer prefixes. */
import table from '../spend-factors.tsv'
import type { SpendFactor } from './factor.js'
import { rowsIn } from './tsv.js'

/** Has to be printed wherever a figure that rests on them is shown. */
export const FIGARO_CREDIT =
  'FIGARO monetary emission factors, Ecodex (https://getecodex.com), version 2026.1–2026.4, DOI 10.5281/zenodo.23157020. Computed from Eurostat data. Mapped to CPV by us.'

const SOURCE = {
  source: 'FIGARO monetary emission factors, Ecodex',
  year: 2023,
  url: 'https://doi.org/10.5281/zenodo.23157020',
  licence: 'CC BY 4.0',
}

const factorIn = ([cpvPrefix, industry, value, gsd]: readonly string[]): SpendFactor => ({
  kind: 'spend',
  // Prefixes of one industry have one factor: they are wrong together.
  id: `figaro-se-2023-${industry!}`,
  database: 'figaro',
  version: '2026.1–2026.4',
  value: Number(value),
  gsd: Number(gsd),
  year: 2023,
  region: 'SE',
  source: { ...SOURCE, place: `SE, ${industry!}` },
  credit: FIGARO_CREDIT,
  cpvPrefix: cpvPrefix!,
  currency: 'EUR',
  priceYear: 2023,
  prices: 'purchaser',
})

export const SPEND_FACTORS: readonly SpendFactor[] = rowsIn(table).map(factorIn)
