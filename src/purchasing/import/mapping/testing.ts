/** For tests of mappings: a text guessed and read as a person would who confirms every guess. */
import { refused } from '../../../kit/refuse.js'
import { openTable } from '../table.js'
import { guessMapping, mappedFormat } from './index.js'

export const BUYER = { organisationNumber: '2120001355', name: 'Staden' }

async function* bytes(text: string) {
  yield Buffer.from(text)
}
export async function opened(text: string) {
  const table = await openTable(bytes(text))
  if (refused(table)) throw new Error(table.because.key)
  return table
}
export async function all<T>(from: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const one of from) found.push(one)
  return found
}
/** Guesses from the first rows, then reads everything through the guess. */
export async function guessAndRead(text: string, buyer = true) {
  const sample = (await all((await opened(text)).rows)).slice(0, 10).map(({ cells }) => [...cells])
  const { head, rows } = await opened(text)
  const guess = guessMapping(head, sample, buyer ? { buyer: BUYER } : {})
  const told = (await all(rows)).flatMap(mappedFormat(guess.mapping).reader())
  return {
    guess,
    statements: told.filter((one) => one.kind !== 'problem'),
    problems: told.filter((one) => one.kind === 'problem'),
    keys: told.flatMap((one) => (one.kind === 'problem' ? one.because.key.split('.').at(-1)! : [])),
  }
}
