/** The public record's door: what acts append, what is kept beside the key, what is served and how anyone verifies it. */
export { append, redact } from './acts.js'
export { hasRecord, inventedName, openRecord, type OpenRecord } from './acts/keeping.js'
export type { Send, Trouble } from './acts/asking.js'
export { askWitness, endWitnessing, openWitness, witnessRecord, type Witness } from './acts/witnessing.js'
export { type Ground } from './commitment.js'
export { recordFiles, type Cosign } from './http/files.js'
export { verifyRecord, type ReadPath, type Verified } from './verifying.js'
export { allWitnessed, entriesAbout, lastEntry, signedCheckpoint, witnesses } from './store.js'
