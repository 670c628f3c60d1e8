/**
 * HTTP of what the city buys: a file for each noun under http/, its addresses written in full. The same addresses stand
 * for everyone and for the operator; what one may not see does not exist, and the acts exist for the operator only.
 */
import { addresses } from '../web/http.js'
import { articles } from './http/articles.js'
import { buyers } from './http/buyers.js'
import { oneImport } from './http/import.js'
import { contracts, contractWith, type OfContract } from './http/contracts.js'
import { exports } from './http/exports.js'
import { exportsOfBuyer } from './http/exports-of-buyer.js'
import { finding } from './http/finding.js'
import { following } from './http/following.js'
import { imports } from './http/imports.js'
import { line } from './http/line.js'
import { procurements } from './http/procurements.js'
import { startWhenEmpty } from './http/start.js'
import { purchases } from './http/purchases.js'
import { renewals } from './http/renewals.js'
import { suppliers } from './http/suppliers.js'
import { units } from './http/units.js'
import { waiting } from './http/waiting.js'

export const purchasingWith = (ofContract: OfContract) =>
  addresses()
    .route('/', procurements) // /procurements, with their contracts
    .route('/', contracts) // /contracts
    .route('/', contractWith(ofContract)) // /contracts/:address, with what others tell of it
    .route('/', renewals) // /renewals, also as a calendar
    .route('/', suppliers) // /suppliers
    .route('/', buyers) // /buyers
    .route('/', purchases) // /buyers/:number/purchases
    .route('/', line) // /buyers/:number/purchases/:import/:ordinal, its correction, and /buyers/:number/rules
    .route('/', following) // /buyers/:number/contracts-followed
    .route('/', units) // /buyers/:number/units
    .route('/', finding) // /search
    .route('/', exports) // lists as CSV and XLSX
    .route('/', exportsOfBuyer) // a buyer's lists as CSV and XLSX
    .route('/', imports) // /imports, what is under way, and leaving the sample
    .route('/', waiting) // /imports/waiting/:id
    .route('/', articles) // /imports/:id/articles, and saying an import's VAT
    .route('/', oneImport) // /imports/:id, its problems and its publication

/** Before the start page of whoever has it: shown while there is nothing to look in. */
export { startWhenEmpty, type OfContract }
