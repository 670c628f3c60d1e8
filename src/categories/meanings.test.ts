import { expect, test } from 'vitest'
import { isQuality, meaningsIn, sharedMeanings } from './meanings.js'
import { suggestCategories } from './suggest.js'

/** A title of a contract, an idea in the other language or in other words, and what they both say. */
test.each([
  ['Återbrukade möbler', 'Reused office furniture', ['reused ↔ återbrukade']],
  ['Begagnade datorer', 'Second-hand laptops', ['secondhand ↔ begagnade']],
  ['Refurbished chairs', 'Renoverade stolar', ['renoverade ↔ refurbished']],
  ['Elbussar', 'Electric buses', ['electric ↔ elbussar']],
  ['Bokbuss på el', 'Electric library bus', ['electric ↔ eldriven']],
  ['Ekologisk mjölk', 'Organic milk', ['organic ↔ ekologisk']],
  ['Närproducerade livsmedel', 'Local food', ['local ↔ närproducerade']],
  ['Broinspektion', 'Inspects bridges', []],
  ['Besiktning av broar', 'Inspection of bridges', ['inspection ↔ besiktning']],
  ['Tvättbara gardiner', 'Washable curtains', ['washable ↔ tvättbara']],
  ['Eller elever', 'Electric', []],
  ['Kontorsmöbler', 'Reused office furniture', []],
])('%s, %s', (title, idea, expected) => {
  const found = sharedMeanings(title, meaningsIn(idea))
  expect(found.map((one) => `${one.idea} ↔ ${one.word}`)).toEqual(expected)
})

test.each(['disposable', 'engångs', 'tvättbara', 'återbrukat', 'eldrivna', 'digitala', 'smart', 'organic'])(
  '%s says of which kind a thing is, and leads nowhere by itself',
  (word) => {
    expect(isQuality(word)).toBe(true)
    expect(suggestCategories({ title: word, text: '' })).toEqual([])
  },
)

test('a quality narrows what the thing leads to', () => {
  const first = (title: string) => suggestCategories({ title, text: '' })[0]?.code.slice(0, 3)
  expect(first('Disposable cups')).toBe('392')
  expect(first('Disposable gloves')).not.toBe('392')
  expect(first('Elbussar')).not.toBe('093')
})
