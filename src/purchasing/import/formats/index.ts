/** Every format a file is tried against, in this order. */
import type { Format, Head } from '../statement.js'
import { awardStatistics } from './award-statistics.js'
import { contractRegister } from './contract-register.js'
import { supplierLedger } from './supplier-ledger.js'

export const FORMATS: readonly Format[] = [supplierLedger, awardStatistics, contractRegister]
export const formatOf = (head: Head): Format | undefined => FORMATS.find((format) => format.recognises(head))
