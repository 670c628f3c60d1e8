import { describe, expect, test } from 'vitest'
import { LANGUAGES, say, wordsFor, type Language } from '../kit/words/index.js'
import { refuse } from '../kit/refuse.js'
import { CrashPage, LookPage, NotFoundPage, Page, RefusalPage, setAssets, type Reader } from './index.js'
import { LOOK } from './look.js'

const reader = (language: Language): Reader => ({
  language,
  words: wordsFor(language),
  path: '/fit?idea=7&sent=idea',
  nav: [{ href: `/${language}/contracts`, label: 'Avtal', current: true }],
  footer: [{ href: `/${language}/about`, label: 'Om' }],
  banner: 'En påhittad stad.',
  reach: 'internal',
})
const html = async (element: unknown) => String(await element)

/** Every element closed in order, every attribute once, every id once: what a browser would otherwise mend in silence. */
function problemsOf(markup: string): string[] {
  const problems: string[] = []
  const open: string[] = []
  const ids = new Set<string>()
  for (const [, close, name = '', attributes = '', selfClosed] of markup.matchAll(
    /<(\/?)([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>/gi,
  )) {
    if (close && open.pop() !== name) problems.push(`</${name}> closes nothing`)
    if (!close && !selfClosed && !/^(meta|link|input|br|hr|img)$/.test(name)) open.push(name)
    const names = [...attributes.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)]
    if (new Set(names.map(([, attribute]) => attribute)).size !== names.length) problems.push(`<${name}${attributes}>`)
    for (const [, attribute, value = ''] of names) {
      if (attribute === 'style' || attribute?.startsWith('on')) problems.push(`${attribute} on <${name}>`)
      if (attribute === 'id' && ids.has(value)) problems.push(`two #${value}`)
      if (attribute === 'id') ids.add(value)
    }
  }
  for (const [, list] of markup.matchAll(/aria-describedby="([^"]*)"/g))
    for (const id of list!.split(' ')) if (!ids.has(id)) problems.push(`#${id} describes and is missing`)
  if (/<style|javascript:|undefined|NaN|\[object/.test(markup))
    problems.push('style, script, undefined or NaN in the markup')
  return [...problems, ...open.map((name) => `<${name}> stays open`)]
}

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(LOOK.flatMap(({ name, examples }) => examples.map((example) => [name, example.name, example] as const)))(
    '%s: %s',
    async (_, __, example) => {
      expect(problemsOf(await html(<>{example.show(reader(language))}</>))).toEqual([])
    },
  )

  test.each([
    ['look', LookPage({ reader: reader(language) })],
    ['missing', NotFoundPage({ reader: reader(language) })],
    ['crash', CrashPage({ reader: reader(language), reference: 'k3x9' })],
    ['refusal', RefusalPage({ reader: reader(language), refusal: refuse(say('kit.unknown')) })],
  ])('the page %s is whole', async (_, page) => {
    const markup = await html(page)
    expect(markup).toMatch(/^<!doctype html><html lang="(sv|en)">/)
    expect(markup.match(/<h1/g)).toHaveLength(1)
    expect(problemsOf(markup)).toEqual([])
  })
})

test('the other language is the same page, by link or with the same fields', async () => {
  const page = await html(<Page reader={reader('sv')} title="Passning" />)
  expect(page).toContain('href="/en/me/fit?idea=7&amp;sent=idea"')
  const answered = await html(
    <Page
      reader={reader('sv')}
      title="Passning"
      switchForm={{ action: '/en/fit', fields: { idea: 'Ärtor & "bönor"' } }}
    />,
  )
  expect(answered).toContain('action="/en/fit"')
  expect(answered).toContain('value="Ärtor &amp; &quot;bönor&quot;"')
})

test('a page says which kept form has arrived', async () => {
  expect(await html(<Page reader={reader('sv')} title="Tack" />)).toContain('data-sent="idea"')
})

test('assets come from the manifest', async () => {
  setAssets({ 'style.css': '/assets/style.css?v=1f3a' })
  expect(await html(<Page reader={reader('sv')} title="Tack" />)).toContain('href="/assets/style.css?v=1f3a"')
  setAssets({})
})
