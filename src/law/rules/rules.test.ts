import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inOrder } from './routes/index.js'

const HERE = import.meta.dirname
const CODE = readdirSync(HERE, { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!\.test)\.ts$/.test(name))

test.each(CODE)('%s knows the kit and other rules only', (name) => {
  const imports = [...readFileSync(join(HERE, name), 'utf8').matchAll(/from '([^']+)'/g)].map(([, from]) => from!)
  const folder = join(HERE, name, '..')
  for (const from of imports) {
    const inside = join(folder, from).startsWith(`${HERE}/`)
    expect(
      from.startsWith('.') && (inside || /^(\.\.\/)+kit\/(day|refuse|cite|words\/index)\.js$/.test(from)),
      from,
    ).toBe(true)
  }
})

test('each route is one file, and each file of a route is listed', () => {
  const parts = ['index', 'route', 'stages', 'running', 'negotiation-grounds']
  const files = readdirSync(join(HERE, 'routes')).filter((name) => !name.endsWith('.test.ts'))
  const routes = files.map((name) => name.replace('.ts', '')).filter((name) => !parts.includes(name))
  const ids = inOrder.map(({ id }) => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))
  expect(routes.sort()).toEqual(ids.sort())
})
