/** How the invoices of a file stand against the ledger, summed; each currency apart. */
import type { Currency } from '../kit/money.js'
import type { PairedInvoice, Pairing } from './store/pairing.js'

export interface PairingSum {
  readonly how: Pairing
  readonly currency: Currency
  readonly invoices: number
  /** In hundredths. */
  readonly amount: number
}

const ORDER: readonly Pairing[] = ['number', 'amount', 'otherAmount', 'several', 'none']

/** The surest first, by currency. */
export function pairingSums(invoices: readonly PairedInvoice[]): PairingSum[] {
  const currencies = [...new Set(invoices.map(({ currency }) => currency))].sort()
  return currencies.flatMap((currency) =>
    ORDER.flatMap((how) => {
      const own = invoices.filter((one) => one.currency === currency && one.how === how)
      return own.length ? [{ how, currency, ...summed(own) }] : []
    }),
  )
}

/** Those that are set apart, since a ledger counts their posting; a sum for each currency. */
export function leftOut(invoices: readonly PairedInvoice[]): Omit<PairingSum, 'how'>[] {
  const left = invoices.filter((one) => one.countedThere)
  return [...new Set(left.map(({ currency }) => currency))].map((currency) => ({
    currency,
    ...summed(left.filter((one) => one.currency === currency)),
  }))
}

const summed = (own: readonly PairedInvoice[]) => ({
  invoices: own.length,
  amount: own.reduce((sum, { amount }) => sum + amount, 0),
})

/** Its posting is not known for certain. */
export const isUncertain = ({ how }: PairedInvoice): boolean => how !== 'number' && how !== 'amount'
