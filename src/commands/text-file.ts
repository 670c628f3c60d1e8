/** The whole text of a file that a command was named. */
import { readFileSync } from 'node:fs'
import { say } from '../kit/words/index.js'
import { Stop } from './stop.js'

export function textOf(file: string): string {
  const bytes = readBytes(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Stop(say('commands.notUtf8', { file }))
  }
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new Stop(say('commands.unreadable', { file, reason: (error as NodeJS.ErrnoException).code ?? '' }))
  }
}
