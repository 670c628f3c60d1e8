/** The door of what the city buys. */
import './tables.js'
export { importFile, type Report, type Sum } from './import/pipeline.js'
export { publishImport } from './acts.js'
export * from './reading.js'
export type { Sector, Visibility } from './tables.js'
