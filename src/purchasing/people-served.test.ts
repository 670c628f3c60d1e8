/** Whom units serve by their names, as Swedish cities and English councils call them. */
import { expect, test } from 'vitest'
import { peopleServed } from './people-served.js'

test.each([
  ['Förskolan Strandängen', 'preschool'],
  ['Förskoleförvaltningen', 'preschool'],
  ['Early Years', 'preschool'],
  ['Norrälvsskolan F–9', 'school'],
  ['Kajskolan anpassad grundskola', 'school'],
  ['Fyrnäs gymnasium', 'upper-secondary'],
  ['Arbetsmarknads- och vuxenutbildningsförvaltningen', 'adults'],
  ['Äldreboendet Älvgården', 'older-in-homes'],
  ['Nursing homes', 'older-in-homes'],
  ['Hemtjänsten Norr och Sälgö', 'older-at-home'],
  ['Äldreförvaltningen', 'older'],
  ['Gruppbostaden Vinkelgatan', 'disabled'],
  ['Learning Disabilities', 'disabled'],
  ['Socialförvaltningen', 'families'],
  ["Children's Services", 'families'],
  ['Kulturskolan', 'culture'],
  ['Kultur- och fritidsförvaltningen', 'culture'],
  ['Älvhamns stadsbibliotek', 'culture'],
  ['Libraries', 'culture'],
  ['Gatuenheten', 'residents'],
  ['Tekniska förvaltningen', 'residents'],
  ['Waste and Recycling', 'residents'],
  ['Stadsledningskontoret', 'internal'],
  ['ICT', 'internal'],
  ['Förskolor och grundskolor', 'several'],
  ['Libraries and Highways', 'several'],
  ['Produktionsköket Norrälven', 'unknown'],
  ['Korpen 4', 'unknown'],
])('%s: %s', (name, served) => {
  expect(peopleServed(name).served).toBe(served)
})

test('says which word told it, and never more than the name', () => {
  expect(peopleServed('Äldreboendet Älvgården').because.args).toEqual({
    words: 'äldreboendet',
    name: 'Äldreboendet Älvgården',
  })
  expect(peopleServed('Enhet 12').because.key).toBe('purchasing.units.because.silent')
})

test('asks the unit before its administration', () => {
  expect(peopleServed('Förskolan Måsen', 'Tekniska förvaltningen').served).toBe('preschool')
  expect(peopleServed('Köket Måsen', 'Förskoleförvaltningen').served).toBe('preschool')
})
