import { describe, expect, it, test } from 'vitest'
import { knownEndOf, partsOf } from './compounds.js'
import { concepts } from './lexicon.js'
import { editsWithin } from './spelling.js'
import { stemOf } from './tokens.js'
import { vocabulary } from './vocabulary.js'

test.each([
  ['möbel', 'möbler', 'möblerna'],
  ['cykel', 'cyklar', 'cyklarna'],
  ['skola', 'skolor', 'skolan', 'skolornas'],
  ['bil', 'bilar', 'bilen', 'bilarna'],
  ['sensor', 'sensorer', 'sensorn', 'sensors'],
  ['battery', 'batteries'],
  ['bok', 'böcker'],
  ['snöröjning', 'snöröjningen'],
  ['service', 'services'],
  ['möjlighet', 'möjligheter', 'möjligheten'],
  ['skrivare', 'skrivaren', 'skrivarens'],
  ['dog', 'dogs'],
])('one stem: %s, %s …', (...forms) => {
  expect(new Set(forms.map(stemOf)).size).toBe(1)
})
test.each([
  ['underhåll', 'underhållning'],
  ['site', 'sit'],
  ['dator', 'data'],
  ['skrivare', 'skriver'],
  ['läsare', 'läser'],
])('two stems: %s and %s', (one, other) => {
  expect(stemOf(one)).not.toBe(stemOf(other))
})

describe('compounds', () => {
  const { stems } = vocabulary()
  test.each([
    ['linsfärs', ['lins', 'färs']],
    ['elbussar', ['el', 'buss']],
    ['kontorsmöbler', ['kontor', 'möbl']],
    ['skolmåltider', ['skol', 'måltid']],
    ['vårdmadrasser', ['vård', 'madrass']],
  ])('%s', (word, parts) => {
    const known = { has: (stem: string) => stems.has(stem) || parts.includes(stem) }
    expect(partsOf(word, known)).toEqual(parts)
  })
  it('finds the known end of a half-known word', () => {
    expect(knownEndOf('xyzfluffsensorer', stems)).toBe(stemOf('sensorer'))
  })
  it('leaves a word alone that does not come apart', () => {
    expect(partsOf('blorfzyx', stems)).toEqual([])
  })
})

describe('spelling', () => {
  const { spelling } = vocabulary()
  test.each([
    ['snörjöning', 'snöröjning'],
    ['rullstoll', 'rullstol'],
    ['incontinance', 'incontinence'],
    ['ventlation', 'ventilation'],
    ['furnitrue', 'furniture'],
  ])('%s is meant as %s', (word, meant) => {
    expect(stemOf(spelling.nearest(word) ?? '')).toBe(stemOf(meant))
  })
  test.each(['blorf', 'zyxt', 'qwurpel', 'bil'])('%s is left alone', (word) => {
    expect(spelling.nearest(word) ?? word).toBe(word)
  })
  it('counts a swap of neighbours as one edit, and gives up beyond the limit', () => {
    expect(editsWithin('snörjö', 'snöröj', 2)).toBe(1)
    expect(editsWithin('ab', 'ba', 1)).toBe(1)
    expect(editsWithin('kaffe', 'te', 2)).toBeUndefined()
  })
})

describe('the lexicon', () => {
  it('has 350 concepts or more, each with a term and a code', () => {
    expect(concepts.length).toBeGreaterThanOrEqual(350)
    for (const { terms, targets } of concepts) {
      expect(terms.sv.length + terms.en.length).toBeGreaterThan(0)
      expect(targets.length).toBeGreaterThan(0)
    }
  })
  test.each(['sv', 'en'] as const)('says no term twice in %s', (language) => {
    const terms = concepts.flatMap(({ terms }) => terms[language])
    expect(terms.filter((term, at) => terms.indexOf(term) !== at)).toEqual([])
  })
  it('names no code twice in one relation', () => {
    for (const { targets } of concepts) {
      const named = targets.map(({ relation, code }) => `${relation} ${code}`)
      expect(new Set(named).size, named.join(', ')).toBe(named.length)
    }
  })
})
