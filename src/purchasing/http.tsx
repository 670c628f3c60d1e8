/**
 * HTTP of what the city buys: a file for each noun under http/, its addresses written in full. The same addresses stand
 * for everyone and for the operator; what one may not see does not exist, and the acts exist for the operator only.
 */
import { addresses } from '../web/http.js'
import { buyers } from './http/buyers.js'
import { oneImport } from './http/import.js'
import { contracts } from './http/contracts.js'
import { imports } from './http/imports.js'
import { procurements } from './http/procurements.js'
import { purchases } from './http/purchases.js'
import { renewals } from './http/renewals.js'
import { suppliers } from './http/suppliers.js'

export const purchasingAddresses = addresses()
  .route('/', procurements) // /procurements, with their contracts
  .route('/', contracts) // /contracts
  .route('/', renewals) // /renewals, also as a calendar
  .route('/', suppliers) // /suppliers
  .route('/', buyers) // /buyers
  .route('/', purchases) // /buyers/:number/purchases
  .route('/', imports) // /imports
  .route('/', oneImport) // /imports/:id, its problems and its publication
