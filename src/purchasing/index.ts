/** The door of what the city buys. */
import './tables.js'
export {
  clearStaging,
  importEach,
  importFile,
  type Answer,
  type Answered,
  type ImportOptions,
} from './import/pipeline.js'
export { judgePurchases } from './judging.js'
export { isUnmapped, type Unmapped } from './import/readers.js'
export type { Report, Sum } from './import/report.js'
export { sourceOfBytes, sourceOfFile, type Source } from './import/source.js'
export { publicationOf, publishImport, undoImport, type Publication, type Undone } from './acts.js'
export type { Covering } from './import/overlapping.js'
export * from './store/procurements.js'
export * from './store/spending.js'
export { purchasesAddress, NONE as NOT_STATED } from './selection.js'
export { nextEnd, noticeBy, optionEnds, optionMonths } from './term.js'
export { importAt, imports } from './store/imports.js'
export type { Sector, Visibility } from './tables.js'
