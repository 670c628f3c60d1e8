import { expect, test } from 'vitest'
import { bytesOf, sourceOfBytes } from './source.js'

test('a form’s file, which comes as one chunk, is taken apart a piece at a time', async () => {
  const whole = new Uint8Array(1_000_000).map((_, at) => at % 251)
  const pieces: Uint8Array[] = []
  for await (const piece of bytesOf(sourceOfBytes('sent.csv', whole))) pieces.push(piece)
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(65_536)
  expect(Buffer.compare(Buffer.concat(pieces), whole)).toBe(0)
})
