import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sourceOfBytes, type Source } from '../purchasing/index.js'
import { filesIn, sentFiles } from './sent-files.js'

async function sent(files: readonly (readonly [string, Uint8Array])[]): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of sentFiles(files.map(([name, bytes]) => sourceOfBytes(name, bytes)))) parts.push(part)
  return Buffer.concat(parts)
}
async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function whole({ read }: Source): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of read()) parts.push(part)
  return Buffer.concat(parts).toString('hex')
}

test('files arrive as they were sent, however the stream is cut into pieces', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.string(), fc.uint8Array({ maxLength: 300 })), { maxLength: 4 }),
      fc.integer({ min: 1, max: 40 }),
      async (files, size) => {
        const arrived: [string, string][] = []
        for await (const source of filesIn(inPieces(await sent(files), size)))
          arrived.push([source.name, await whole(source)])
        expect(arrived).toEqual(files.map(([name, bytes]) => [name, Buffer.from(bytes).toString('hex')]))
      },
    ),
    { numRuns: 60 },
  ))

const TWO = [
  ['a', Buffer.from('aaaaaaaa')],
  ['b', Buffer.from('bb')],
] as const

test('what a reader leaves unread of a file is passed over', async () => {
  const arrived: string[] = []
  for await (const source of filesIn(inPieces(await sent(TWO), 3))) {
    if (source.name === 'a') for await (const _ of source.read()) break
    else arrived.push(await whole(source))
  }
  expect(arrived).toEqual([Buffer.from('bb').toString('hex')])
})

test('a stream that ends within a file is never taken for its end', async () => {
  const bytes = await sent(TWO)
  for (let length = 1; length < bytes.length; length++) {
    const names: string[] = []
    const read = async () => {
      for await (const source of filesIn(inPieces(bytes.subarray(0, length), 5))) {
        await whole(source)
        names.push(source.name)
      }
    }
    const ended = await read().then(
      () => 'quietly',
      (error: unknown) => (error as Error).constructor.name,
    )
    const afterFirst = (await sent(TWO.slice(0, 1))).length
    expect([length, ended]).toEqual([length, length === afterFirst ? 'quietly' : 'BrokenSource'])
  }
})
