/**
 * The last checkpoint that was cosigned of each record, in a file of its own beside the witness's key, and on the disk
 * before it is cosigned: a database restored from a backup does not make the witness forget.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkpointText, parseCheckpoint, type Checkpoint } from './checkpoint.js'
import { sha256 } from './sha256.js'

const folderIn = (folder: string): string => join(folder, 'witnessed')
const fileOf = (folder: string, origin: string): string =>
  join(folderIn(folder), Buffer.from(sha256(new TextEncoder().encode(origin))).toString('hex'))

/** Undefined before the first. Throws where the file is not what `keepCosigned` wrote. */
export function cosignedIn(folder: string, origin: string): Checkpoint | undefined {
  const file = fileOf(folder, origin)
  if (!existsSync(file)) return undefined
  const found = parseCheckpoint(readFileSync(file, 'utf8'))
  if (found?.origin !== origin) throw new Error(`${file} is not the last checkpoint cosigned of ${origin}`)
  return found
}

/** On the disk when it returns, whole or as it was before. */
export function keepCosigned(folder: string, checkpoint: Checkpoint): void {
  const file = fileOf(folder, checkpoint.origin)
  mkdirSync(folderIn(folder), { recursive: true, mode: 0o700 })
  const draft = openSync(`${file}.new`, 'w', 0o600)
  writeFileSync(draft, checkpointText(checkpoint))
  sync(draft)
  renameSync(`${file}.new`, file)
  sync(openSync(folderIn(folder), 'r'))
  sync(openSync(folder, 'r'))
}

function sync(handle: number): void {
  fsyncSync(handle)
  closeSync(handle)
}
