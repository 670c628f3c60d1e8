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
export { judgePurchases, settle } from './acts/judging.js'
export { judgingState } from './store/judging.js'
export { isUnmapped, type Unmapped } from './import/readers.js'
export { guessMapping, parseMapping, type Guess, type Mapping } from './import/mapping/index.js'
export { sourcesOf as sourcesAt } from './import/open/given.js'
export type { Report, Sum } from './import/report.js'
export { BrokenSource, sourceOfBytes, sourceOfFile, sourceOfFiles, type Source } from './import/source.js'
export { publicationOf, publishImport, undoImport, type Publication, type Undone } from './acts.js'
export { importOwn, leaveSample, sampleStands, showsSample } from './acts/sample.js'
export { dropOldWaiting } from './acts/waiting.js'
export { keepMapping } from './acts/mapping.js'
export { reportJson, refusedJson, type ImportJson } from './report-json.js'
export type { BuyerNamed } from './import/statement.js'
export type { Covering } from './overlap.js'
export { contractLengthAt, contractLengths, type ContractLength } from './store/lengths.js'
export * from './store/procurements.js'
export * from './store/spending.js'
export { purchasesAddress, NONE as NOT_STATED } from './selection.js'
export { nextEnd, noticeBy, optionEnds, optionMonths } from './term.js'
export type { KnownContract } from './known-contract.js'
export { importAt, imports } from './store/imports.js'
export { contractsToday } from './acts/telling.js'
export { sayVat } from './acts/vat.js'
export { isServed, SERVED, type Served } from './people-served.js'
export { servedSaid } from './store/serving.js'
export { peopleOf } from './units/served.js'
export type { Sector, Visibility } from './tables.js'
