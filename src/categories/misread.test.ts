/** What a title means and what it only looks like: each row is something a buyer laughed at, or would. */
import { expect, test } from 'vitest'
import { wordsFor } from '../kit/words/index.js'
import { suggestCategories } from './suggest.js'

function expectFirst(title: string, text: string, first: string, laughable: readonly string[]): void {
  const found = suggestCategories({ title, text })
  const ticked = found.filter(({ confidence }) => confidence !== 'possible').map(({ code }) => code as string)
  expect(found[0]?.code.startsWith(first), found[0]?.code).toBe(true)
  expect(ticked.filter((code) => laughable.some((beginning) => code.startsWith(beginning)))).toEqual([])
}

/** The act, then what it is done to: what a buyer would look under first, and what would make one laugh. */
test.each([
  ['Drones that inspect bridges', '71631', ['45221', '44212']],
  ['Drönare som inspekterar broar', '71631', ['45221', '44212']],
  ['Besiktning av lekplatser', '7163', ['45']],
  ['Predictive maintenance of lifts', '5075', ['42']],
  ['Robot that cleans solar panels', '90', ['0933', '4526']],
  ['Rengöring av ventilationskanaler', '90', ['3956']],
  ['Training of dogs', '805', ['0332']],
  ['Transport of patients', '60', ['33']],
  ['Tvätt av arbetskläder', '9831', ['18']],
] as const)('%s is bought under what is done', (title, first, laughable) => {
  expectFirst(title, '', first, laughable)
})

/** What only looks like the thing: a verb, a quality, a material, a place. */
test.each([
  ['AI som skriver journalanteckningar', 'Tal blir text för socialsekreterare.', '483', ['30']],
  ['Washable diapers for preschools', 'Cloth diapers instead of disposable diapers.', '3951', ['3922']],
  ['Tvättbara operationsrockar', 'Textilier i stället för engångs.', '3319', ['3922']],
  ['Skolmöbler av återvunnen plast', '', '3916', ['195', '905']],
  ['Second hand laptops', 'For pupils.', '302', ['34']],
  ['Självkörande gräsklippare', '', '1631', ['3412']],
  ['Noise-reducing asphalt', '', '45233', ['9074']],
  ['Bokbuss på el', '', '34144', ['0931', '653']],
  ['Municipal debt forecast model', '', '484', ['772']],
  ['Drönare som levererar blodprover', '', '3471', ['7163']],
  ['Lånebibliotek för verktyg', '', '', ['66']],
  ['Bilpool för hemtjänsten', '', '34110000', ['60170000']],
  ['Car pool for home care', '', '34110000', ['60170000', '45212', '926']],
  ['Robotic lawn mower for football pitches', '', '1631', ['39293400', '45212']],
  ['Robotgräsklippare för fotbollsplaner', '', '1631', ['39293400', '45212']],
  ['Lampor för simhallar', '', '3', ['45212', '926']],
  ['Vi sköter parken', '', '773', ['3442']],
  ['Lediga bilar', '', '341', ['315']],
  ['Recycled bricks', '', '44111100', ['39221', '44532']],
  ['Vi vill plantera träd', '', '773', ['0312']],
  ['AI som rättar nationella prov', '', '48', ['716']],
  ['Playground made of recycled wind turbine blades', '', '375', ['0931', '3112', '45251']],
  ['Repair café for school laptops', '', '50', ['553', '555']],
  ['Kör för personer med demens', '', '92312', ['33196', '8531120']],
  ['Drönare som flyger med blodprov', '', '3471', ['604', '502']],
  ['Heat pumps for schools', '', '42511110', ['4512']],
  ['Språkcafé', '', '805', ['48']],
  ['Jätteloka', '', '77312', ['16']],
] as const)('%s is not taken for something else', (title, text, first, laughable) => {
  expectFirst(title, text, first, laughable)
})

test.each(['Free period products', 'Får betar på ängar'])(
  '%s is left unknown rather than read as something else',
  (title) => {
    expect(suggestCategories({ title, text: '' })).toEqual([])
  },
)

test('a word that is only like a known one is told as that, and a typed one is quoted as it stands', () => {
  const said = (title: string) =>
    suggestCategories({ title, text: '' }).flatMap(({ because }) => because.map(wordsFor('sv').of))
  expect(said('Många prov i veckan').join(' ')).toContain('”prov” liknar ”provning”')
  expect(said('VR-glasögon')[0]).toContain('”VR-glasögon”')
  expect(said('Kvantdator').filter((sentence) => sentence.includes('dator'))).toHaveLength(
    suggestCategories({ title: 'Kvantdator', text: '' }).length,
  )
})

/** What a need is about is no way to a thing for the same people. */
test.each([
  ['Company for lonely elderly', 'Visits by volunteers to lonely people.', '33196'],
  ['Sällskap för ensamma äldre', 'Samtal på telefon bryter ensamheten.', '33196'],
])('%s is nowhere near %s', (title, text, beginning) => {
  const found = suggestCategories({ title, text }).map(({ code }) => code as string)
  expect(found.length).toBeGreaterThan(0)
  expect(found.filter((code) => code.startsWith(beginning))).toEqual([])
})
