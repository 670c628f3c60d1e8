/** The sizes of companies that the award statistics tell, as they write them. */
export type Size = 'large' | 'medium' | 'small' | 'micro'

const SIZES: Readonly<Record<string, Size>> = {
  'stora företag': 'large',
  'medelstora företag': 'medium',
  'små företag': 'small',
  mikroföretag: 'micro',
}

/** Undefined for words that are none of them. */
export const sizeOf = (told: string): Size | undefined => SIZES[told.trim().toLowerCase()]
