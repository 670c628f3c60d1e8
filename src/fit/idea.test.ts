import { describe, expect, test } from 'vitest'
import { LANGUAGES, wordsFor } from '../kit/words/index.js'
import { examples } from './examples.js'
import { ideaIn } from './idea.js'

const problemIn = (text: string): string => {
  const found = ideaIn(text)
  if (!('problem' in found)) throw new Error('it was read as an idea')
  return wordsFor('en').of(found.problem)
}

test('title, text and codes; a code written as a number gets its first zero back', () => {
  expect(ideaIn('title: Biochar for trees\ncategories: [03100000, 39130000, "50850000"]')).toEqual({
    idea: { title: 'Biochar for trees', text: '', categories: ['03100000', '39130000', '50850000'] },
  })
})

test('numbers as a file writes them: kronor, days and a fraction', () => {
  const found = ideaIn('title: Biochar\nnumbers: { value: 2000000, workDays: 15, rate: 0.065 }')
  expect(found).toMatchObject({ idea: { numbers: { value: 2_000_000, workDays: 15, rate: 0.065 } } })
})

describe('the first thing wrong, with its place and what to write instead', () => {
  test.each([
    ['title: "no end', 'Line 1, character'],
    ['title: A good idea\ntext: [', 'Line 2, character'],
    ['just words', 'must have the fields'],
    ['- title: A list', 'must have the fields'],
    ['', 'The field title: write what the idea is in 3 to 200 characters.'],
    ['title: ab', 'The field title'],
    ['title: A good idea\ntext: 7', 'The field text'],
    [`title: A good idea\ntext: ${'a'.repeat(4001)}`, 'at most 4000 characters'],
    ['title: A good idea\nprice: 7', 'There is no field price.'],
    ['title: A good idea\nnumbers: 7', 'The field numbers: write value'],
    ['title: A good idea\nnumbers: { rate: 6.5 }', 'numbers.rate: write a fraction a year, from 0 to 1'],
    ['title: A good idea\nnumbers: { price: 7 }', 'There is no field numbers.price.'],
    ['title: A good idea\ncategories: 39130000', "such as ['39130000']"],
    ['title: A good idea\ncategories: [39130000, {a: 1}]', 'The field categories, number 2'],
    ['title: A good idea\ncategories: [39]', '39 is not a CPV code. A code has eight digits.'],
    ['title: A good idea\ncategories: [39130000, 391300001]', '391300001 is not a CPV code.'],
    ['title: A good idea\ncategories: [39.5]', '39.5 is not a CPV code.'],
  ])('%j', (text, said) => {
    expect(problemIn(text)).toContain(said)
  })
})

test('the examples are the same ideas in both languages, each readable', () => {
  const counts = LANGUAGES.map((language) => examples(language).length)
  expect(new Set(counts).size).toBe(1)
  expect(counts[0]).toBeGreaterThanOrEqual(5)
  for (const language of LANGUAGES)
    for (const { title, text } of examples(language)) expect(`${title}${text}`.length).toBeGreaterThan(200)
})
