/** What a command is, and what it is given. */
import type { ParseArgsConfig } from 'node:util'
import type { Config } from '../config.js'
import type { Message, Words } from '../kit/words/index.js'
import type { Output } from './output.js'
import type { Performing } from './perform.js'

export interface Given {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
}
export interface Context {
  readonly config: Config
  readonly version: string
  readonly words: Words
  readonly output: Output
  /** Opens the folder, or finds the server that has it, for as long as `work` runs. One that is not there is made only to put data in. */
  readonly with: (work: (performing: Performing) => Promise<void>, missing?: 'make') => Promise<void>
}
export interface Command {
  readonly name: string
  /** Its own options; --data, --json, --language and --help belong to all. */
  readonly options: NonNullable<ParseArgsConfig['options']>
  readonly help: Message
  readonly run: (given: Given, context: Context) => Promise<void>
}
