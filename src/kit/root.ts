/** The folder that holds package.json: the same from the sources (tests) and from the built bundle in dist/. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = upFrom(dirname(fileURLToPath(import.meta.url)))

function upFrom(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : upFrom(dirname(folder))
}
