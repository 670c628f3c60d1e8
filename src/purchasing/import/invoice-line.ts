/** What an invoice tells of one of its lines. */
import type { Day } from '../../kit/day.js'

export interface Period {
  readonly from?: Day
  readonly to?: Day
}
export interface Article {
  readonly name: string
  readonly description?: string
  readonly sellersNumber?: string
  readonly standardNumber?: string
  /** `list` is the code of UNTDID 7143: 'STI' is CPV, 'TST' is UNSPSC. */
  readonly classifications: readonly { readonly code: string; readonly list: string }[]
}

/** What a line says of its own, before the invoice around it is known. */
export interface LineSaid {
  readonly place: { readonly line: number; readonly path: string }
  /** 'allowance' and 'charge': a discount or a fee on the whole invoice, no article. */
  readonly of: 'item' | 'allowance' | 'charge'
  readonly lineNumber: string
  /** Hundredths, without VAT, after the line's own discounts and fees. */
  readonly amount: number
  /** By UNTDID 5305: 'S' standard rate, 'E' exempt, 'O' outside VAT. */
  readonly vat: { readonly category: string; readonly percent?: number }
  /** Unit code by UN/ECE recommendation 20: 'KGM', 'H87'. */
  readonly quantity?: { readonly value: number; readonly unitCode: string }
  /** The price as written, a decimal in the currency, for `per` units. */
  readonly unitPrice?: { readonly amount: string; readonly per: number }
  readonly article: Article
  readonly period?: Period
  readonly accountingReference?: string
}

export interface DeliveredTo {
  readonly name?: string
  /** A global location number, or the buyer's own. */
  readonly id?: string
  readonly street?: string
}
