/** What a person names on a command line, as sources: files, folders with all that is in them, and standard input. */
import { accessSync, constants, readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { say, type Message } from '../../../kit/words/index.js'
import { sourceOfFile, type Source } from '../source.js'
import { LIMITS } from './limits.js'

export interface StandardInput {
  /** In the reader's words. */
  readonly name: string
  readonly read: () => AsyncIterable<Uint8Array>
}

/** A name that gave no source, and why. */
export interface PassedOver {
  readonly name: string
  readonly because: Message
}

export interface Gathered {
  readonly sources: readonly Source[]
  readonly passedOver: readonly PassedOver[]
}

/** Sources in the order given, a folder's by name; '-' is standard input. Nothing is opened yet. */
export function sourcesOf(paths: readonly string[], input: StandardInput, most = LIMITS.entries): Gathered {
  const gathering = new Gathering(most)
  for (const path of paths) {
    if (path === '-') gathering.sources.push(input)
    else gathering.take(path, basename(realpathIfAny(path)))
  }
  return gathering
}

class Gathering implements Gathered {
  readonly sources: Source[] = []
  readonly passedOver: PassedOver[] = []
  readonly #folders = new Set<string>()

  constructor(readonly most: number) {}

  take(path: string, name: string): void {
    try {
      if (statSync(path).isDirectory()) return void this.#folder(path, name)
      accessSync(path, constants.R_OK)
      if (this.sources.length < this.most) this.sources.push(sourceOfFile(path, name))
      else this.#passOver(name, say('purchasing.import.open.entries', { most: this.most }))
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === undefined) throw error
      this.#passOver(name, say('purchasing.import.open.unreadable', { code }))
    }
  }

  /** A folder is gone through once, however many links lead to it. */
  #folder(path: string, name: string): void {
    const place = realpathSync(path)
    if (this.#folders.has(place)) return void this.#passOver(name, say('purchasing.import.open.folderAgain'))
    this.#folders.add(place)
    for (const inside of readdirSync(path).sort()) {
      if (inside.startsWith('.')) this.#passOver(`${name}/${inside}`, say('purchasing.import.open.hiddenFile'))
      else this.take(join(path, inside), `${name}/${inside}`)
    }
  }

  #passOver(name: string, because: Message): void {
    this.passedOver.push({ name, because })
  }
}

/** '.' has a name too. */
function realpathIfAny(path: string): string {
  try {
    return basename(path) === '' || /(^|\/)\.{1,2}\/?$/.test(path) ? realpathSync(path) : path
  } catch {
    return path
  }
}
