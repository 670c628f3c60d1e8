/** A citizen meets no act and no field on the record without words: every append in the program is looked up. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../kit/root.js'
import { wordsFor } from '../kit/words/index.js'
import { actIn, fieldIn } from './pages/naming.js'

const SOURCES = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|testing/.test(file),
)
/** `append(tx, 'publish', actor, { import: id, …`: the act, and the fields that stand there by name. */
const APPEND = /\bappend\(\s*tx,\s*'([a-z-]+)',\s*actor,\s*(?:\{([^{}]*))?/g

const appended = SOURCES.flatMap((file) =>
  [...readFileSync(join(ROOT, 'src', file), 'utf8').matchAll(APPEND)].map(([, act, body]) => ({
    act: act!,
    fields: [...(body ?? '').matchAll(/(?:^|,)\s*(\w+)(?=\s*[:,}\s])/g)].map(([, name]) => name!),
  })),
)
/** Spread into the body, so that their names stand elsewhere. */
const SPREAD = {
  import: ['kept', 'changed', 'unchanged', 'withdrawn'],
  publish: ['procurements', 'purchases', 'suppliers', 'kept'],
  'publish-articles': ['shows', 'articles', 'lines'],
  'tell-contracts': ['published', 'changed', 'gone'],
}

test.each(['sv', 'en'] as const)('every act and every field has its words (%s)', (language) => {
  const words = wordsFor(language)
  expect(appended.length).toBeGreaterThan(12)
  const all = [...appended, ...Object.entries(SPREAD).map(([act, fields]) => ({ act, fields }))]
  const without = all.flatMap(({ act, fields }) => [
    ...(actIn(act, words) === words('record.act.other', { act }) ? [act] : []),
    ...fields.filter((name) => fieldIn(act, name, words) === name).map((name) => `${act}: ${name}`),
  ])
  expect(without).toEqual([])
})
