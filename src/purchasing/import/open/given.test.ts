import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bytesOf } from '../source.js'
import { sourcesOf } from './given.js'

let folder: string
beforeAll(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'fairlane-given-')), 'ledgers')
  mkdirSync(join(folder, '2024'), { recursive: true })
  for (const name of ['b.csv', 'a.csv', '.hidden', '2024/c.csv']) writeFileSync(join(folder, name), name)
  symlinkSync(folder, join(folder, '2024', 'round'))
  symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'))
})
afterAll(() => rmSync(join(folder, '..'), { recursive: true }))

const input = {
  name: 'standard input',
  read: async function* () {
    yield Buffer.from('sent')
  },
}
const told = (paths: string[], most?: number) => {
  const { sources, passedOver } = sourcesOf(paths, input, most)
  return {
    names: sources.map(({ name }) => name),
    over: passedOver.map(({ name, because }) => `${name} ${because.key.split('.').at(-1)}`),
  }
}

test('a folder is its files by name; what is hidden, leads round or leads nowhere is told', () => {
  expect(told([folder])).toEqual({
    names: ['ledgers/2024/c.csv', 'ledgers/a.csv', 'ledgers/b.csv'],
    over: ['ledgers/.hidden hiddenFile', 'ledgers/2024/round folderAgain', 'ledgers/dangling unreadable'],
  })
})

test('files and standard input come in the order given', async () => {
  const { sources } = sourcesOf([join(folder, 'b.csv'), '-'], input)
  expect(sources.map(({ name, size }) => [name, size])).toEqual([
    ['b.csv', 5],
    ['standard input', undefined],
  ])
  for await (const bytes of bytesOf(sources[1]!)) expect(String(bytes)).toBe('sent')
})

test('a name that is not there is told, and the rest is taken', () => {
  expect(told(['/nowhere/x.csv', join(folder, 'a.csv')])).toEqual({ names: ['a.csv'], over: ['x.csv unreadable'] })
})

test('more files than can be meant are told', () => {
  expect(told([folder], 2).over).toContain('ledgers/b.csv entries')
})

test.skipIf(process.getuid?.() === 0)('a file that may not be read is told (skipped for root, who may)', () => {
  const path = join(folder, 'a.csv')
  chmodSync(path, 0)
  expect(told([path]).over).toEqual(['a.csv unreadable'])
  chmodSync(path, 0o600)
})
