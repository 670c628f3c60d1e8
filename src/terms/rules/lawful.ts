/**
 * How long each way to build a contract may last. The cap on framework agreements is handed in by whoever knows the law; on
 * other contracts it sets none. A longer framework agreement is lawful only for reasons that a person has written down.
 */
import type { Citation } from '../../kit/cite.js'
import type { Lawful, StructureKind } from './structures.js'

/** The longest framework agreement, in years, and where that stands. */
export interface Cap {
  readonly years: number
  readonly sources: readonly Citation[]
}

/** Whether the buyer has written down why the subject needs a longer framework agreement. */
export const REASONS = ['unknown', 'written', 'none'] as const
export type Reasons = (typeof REASONS)[number]

export function lawfulTerms({ years }: Cap, reasons: Reasons, longerYears?: number): Lawful {
  const isWithin = longerYears !== undefined && longerYears <= years
  const longer = isWithin || reasons === 'none' ? years : reasons === 'written' ? 'noLimit' : 'unknown'
  return {
    framework: years,
    callOff: 'noLimit',
    longerFramework: longer,
    contract: 'noLimit',
    partnership: 'noLimit',
    lots: 'noLimit',
  }
}

const directive = (place: string, page: string): Citation => ({
  source: '2014/24/EU',
  place,
  url: `https://www.legislation.gov.uk/eudr/2014/24/${page}`,
})
/** What a longer framework agreement may rest on, and that a call-off may outlast the one it is made under. */
export const RECITAL_62 = directive('recital 62', 'introduction')
/** A framework agreement states its greatest quantity or value, and is used up when that is reached. */
export const GREATEST_QUANTITY: Citation = {
  source: 'C-23/20 Simonsen & Weel',
  year: 2021,
  url: 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:62020CJ0023',
}
/** Not read here: no text of it was at hand. Recital 62, which was, says the same. */
export const LONGER_CALL_OFF: Citation = { source: 'KamR Stockholm', place: '2944-18', year: 2018 }
const PRINCIPLES = directive('art. 18(1)', 'article/18')

/** Where the limits stand, beside the cap itself. */
export const LIMITED_BY: Readonly<Record<StructureKind, readonly Citation[]>> = {
  framework: [GREATEST_QUANTITY],
  callOff: [RECITAL_62, LONGER_CALL_OFF],
  longerFramework: [RECITAL_62, GREATEST_QUANTITY],
  contract: [PRINCIPLES],
  partnership: [directive('art. 31(2)', 'article/31')],
  lots: [directive('art. 46', 'article/46'), PRINCIPLES],
}
