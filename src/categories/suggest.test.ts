import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { LANGUAGES, wordsFor } from '../kit/words/index.js'
import { code, isCode, isWithin } from './cpv.js'
import { peopleServedIn } from './people.js'
import { searchCategories } from './search.js'
import { suggestCategories } from './suggest.js'

const top = (title: string, most: number, text = '') =>
  suggestCategories({ title, text })
    .slice(0, most)
    .map((one) => one.code)

/** Idea → the beginnings of codes that a buyer would look under, all of them within the first five. */
test.each([
  ['Linsfärs till skolkök', '1533', '1511', '55524'],
  ['Färs av svenska linser', '1533', '1511'],
  ['legume mince for pre-schools', '1533', '1511'],
  ['Plant-based meat for hospital kitchens', '15894', '1511'],
  ['Havremjölk', '1598', '1551'],
  ['Ekologiska grönsaker', '0322'],
  ['Skolmåltider', '55523', '15894'],
  ['Svinnmätning i skolkök', '55524'],
  ['Meals on wheels for the elderly', '55521'],
  ['Återbrukade kontorsmöbler', '391', '5085'],
  ['Refurbished office furniture', '391', '5085'],
  ['kontorsmöbbler', '3913'],
  ['Bord för förskolor', '3912'],
  ['Möbelrenovering', '5085'],
  ['Vårdsängar', '331921'],
  ['Elrullstolar', '33193'],
  ['Rollator med broms', '33196'],
  ['Smart incontinence pads', '33141621'],
  ['Sensorblöja', '33141621'],
  ['Trygghetslarm', '3512'],
  ['Digital tillsyn nattetid', '33195'],
  ['Medicinrobot i hemtjänsten', '33196'],
  ['Medication robot for home care', '33196'],
  ['Hemtjänst', '85312'],
  ['Robotkatt för personer med demens', '33196'],
  ['Sårförband', '33141'],
  ['Hjärtstartare', '33182'],
  ['Drone delivery of defibrillators', '33182', '35613'],
  ['Arbetskläder av återvunnen textil', '18'],
  ['Tvätt av arbetskläder', '9831'],
  ['Lokalvård', '9091'],
  ['Städrobot', '39713'],
  ['Cleaning without chemicals', '39830'],
  ['Fyllnadssensorer i papperskorgar', '34928480', '38422'],
  ['Sophämtning', '90511'],
  ['Biokol i stadens planteringar', '0344'],
  ['biochar', '0344'],
  ['Solceller på skoltak', '0933'],
  ['Solar panels', '0933'],
  ['Laddstolpar för elbilar', '31158'],
  ['Charging stations for electric vehicles', '31158'],
  ['Batterilager', '314'],
  ['Värmepumpar', '42511'],
  ['Fjärrvärme', '09323'],
  ['LED-belysning i idrottshallar', '315'],
  ['Street lighting', '34928'],
  ['Elbussar', '3412', '60112'],
  ['Skolskjuts', '6013'],
  ['Lådcyklar till hemtjänsten', '344'],
  ['snörjöning', '9062'],
  ['Snow clearing of cycle lanes', '9062'],
  ['Lekplatser av återvunnet trä', '37535'],
  ['Green roofs', '45261'],
  ['Gröna tak', '45261'],
  ['Bullerskydd', '90742'],
  ['Klimatförbättrad betong', '44114'],
  ['Cross-laminated timber for schools', '0341', '44114'],
  ['Ny förskola', '45214'],
  ['Läcksökning i vattenledningar', '7163'],
  ['Läkemedelsrening i avloppsreningsverk', '4525'],
  ['AI assistant that answers citizens', '48'],
  ['Chattbot', '48'],
  ['Lärplattform för grundskolan', '4819'],
  ['E-learning for staff', '8042'],
  ['Cybersäkerhet', '4873'],
  ['Begagnade bärbara datorer', '302'],
  ['Tolktjänster på distans', '7954'],
  ['Realtidsöversättning med AI', '4874'],
  ['Security guards', '797'],
  ['Hyrsjuksköterskor', '79624'],
  ['Läromedel i matematik', '39162'],
  ['Leksaker', '3752'],
  ['Library books', '2211'],
  ['Försäkringar', '6651'],
  ['3D-utskrift av reservdelar', '343'],
  ['Vaccin mot influensa', '33651'],
  ['Luftkvalitetssensorer', '384'],
] as const)('%s', (title, ...beginnings) => {
  const found = top(title, 5)
  for (const beginning of beginnings)
    expect(
      found.some((one) => one.startsWith(beginning)),
      `${beginning} in ${found.join(' ')}`,
    ).toBe(true)
})

describe('reasons', () => {
  const reasons = (title: string) => suggestCategories({ title, text: '' }).map((one) => one.because[0]?.key)
  it('says that lentil mince replaces meat and is served with school meals', () => {
    const found = suggestCategories({ title: 'Linsfärs', text: '' })
    const keyOf = (beginning: string) => found.find((one) => one.code.startsWith(beginning))?.because[0]?.key
    expect(keyOf('1533')).toBe('categories.because.is')
    expect(keyOf('1511')).toBe('categories.because.replaces')
    expect(keyOf('5552')).toBe('categories.because.servedAs')
  })
  it('says when it read a word as another', () => {
    const [first] = suggestCategories({ title: 'snörjöning', text: '' })
    expect(wordsFor('sv').of(first!.because[0]!)).toBe('Vi läser ”snörjöning” som ”snöröjning”, som leder hit.')
  })
  it('says which noun it read a verb as', () => {
    const [first] = suggestCategories({ title: 'Inspects roofs', text: '' })
    expect(first!.because.map(wordsFor('en').of).join(' ')).toContain('We read “Inspects” as “inspection”')
  })
  it('reads a word that both languages share in the language of the text', () => {
    const [first] = suggestCategories({ title: 'AI for the staff of the city', text: '' })
    expect([first?.code, first?.confidence]).toEqual(['48000000', 'likely'])
  })
  it('says that the idea comes in place of what the text names', () => {
    expect(reasons('Ärtor ersätter köttfärs')).toContain('categories.because.instead')
  })
  it('does not suggest what the text says it is without', () => {
    expect(top('Pålägg utan kött', 8).some((one) => one.startsWith('151'))).toBe(false)
    expect(top('Meat-free lunch', 8).some((one) => one.startsWith('151'))).toBe(false)
  })
  test.each([
    ['Linser', 'Linser och en lins.'],
    ['Lentils', 'Lentils, and a lentil.'],
    ['Cloth nappies', 'Washable cloth nappies. Reusable nappies.'],
    ['Städning av skolor', 'Städning, städtjänster och lokalvård.'],
  ])('says the same sentence once: %s', (title, text) => {
    const found = suggestCategories({ title, text })
    expect(found.length).toBeGreaterThan(0)
    for (const language of LANGUAGES)
      for (const { because } of found) {
        const sentences = because.map(wordsFor(language).of)
        expect(sentences).toEqual([...new Set(sentences)])
      }
  })
  it('names the precedent, and lets it weigh', () => {
    const found = suggestCategories(
      { title: 'Blorf till förvaltningen', text: '' },
      {
        precedents: [
          { title: 'Blorf 2021', code: code('39100000') },
          { title: 'Blorf 2023', code: code('39100000') },
        ],
      },
    )
    expect(found[0]?.code).toBe('39100000')
    expect(wordsFor('en').of(found[0]!.because[0]!)).toContain('“Blorf 2021”')
  })
  it('keeps within the codes asked for', () => {
    const within = [code('15000000')]
    const found = suggestCategories({ title: 'Linsfärs', text: '' }, { within })
    expect(found.length).toBeGreaterThan(0)
    expect(found.every((one) => isWithin(one.code, within[0]!))).toBe(true)
  })
})

describe('unknown is an answer', () => {
  test.each([
    '',
    '   ',
    'blorf zyxt qwurp',
    'lorem ipsum dolor sit amet',
    'för förskolor',
    'for schools and elderly',
    '12345 67',
    '🦄🦄',
    'Jag älskar dig och solen skiner',
  ])('%j', (title) => {
    expect(suggestCategories({ title, text: '' })).toEqual([])
  })
})

describe('every text', () => {
  const anyText = fc.record({
    title: fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('Linsfärs', 'toString', '__proto__', 'constructor', 'IT', 'a-b-c-'),
    ),
    text: fc.oneof(fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 60 })),
  })
  it('is answered with codes that exist, at most eight, ranked, each with a sentence in both languages', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = suggestCategories(text)
        expect(found.length).toBeLessThanOrEqual(8)
        expect(suggestCategories(text)).toEqual(found)
        for (const [at, { code: of, because, score }] of found.entries()) {
          expect(isCode(of)).toBe(true)
          expect(score).toBeLessThanOrEqual(found[at - 1]?.score ?? 1)
          expect(because.length).toBeGreaterThan(0)
          for (const reason of because)
            for (const language of LANGUAGES) expect(wordsFor(language).of(reason)).not.toBe('')
        }
      }),
    )
  })
})

it('is not held up by what no one writes', () => {
  for (const text of [
    'a'.repeat(200_000),
    'skol'.repeat(50_000),
    ' '.repeat(200_000) + 'A',
    'konsult-'.repeat(20_000),
    'Aa '.repeat(60_000),
  ])
    expect(suggestCategories({ title: text, text }).length).toBeLessThanOrEqual(8)
}, 5_000)

describe('people served', () => {
  test.each([
    ['Bord för förskolor', ['preschool'], ['municipality']],
    ['Skolmåltider', ['school'], ['municipality']],
    ['Medication robot for older people in home care', ['elderly'], ['municipality']],
    ['Patientmat på sjukhus', ['patients'], ['region']],
    ['Vatten och avlopp', [], []],
  ])('%s', (text, people, sectors) => {
    const found = peopleServedIn(text)
    expect(found.map((one) => one.people)).toEqual(people)
    expect([...new Set(found.flatMap((one) => one.sectors))]).toEqual(sectors)
    expect(found.every(({ words }) => words.length > 0)).toBe(true)
  })
  it('reads any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void peopleServedIn(text)))
  })
})

describe('search', () => {
  test.each([
    ['391', 'sv', '39100000'],
    ['39100000-3', 'sv', '39100000'],
    ['möbler', 'sv', '39100000'],
    ['furniture', 'en', '39100000'],
    ['snörjöning', 'sv', '90620000'],
    ['skolmat', 'sv', '15894210'],
    ['wheelchairs', 'en', '33193120'],
  ] as const)('%s', (query, language, expected) => {
    const found = searchCategories(query, language)
    expect(found.slice(0, 8).map(({ category }) => category.code as string)).toContain(expected)
    expect(found.length).toBeLessThanOrEqual(50)
  })
  it('finds nothing for nothing', () => {
    expect(searchCategories('', 'sv')).toEqual([])
    expect(searchCategories('blorf', 'sv')).toEqual([])
  })
})

describe('how the idea stands to a category', () => {
  const relationOf = (title: string, text: string, digits: string) =>
    suggestCategories({ title, text }).find((one) => one.code.startsWith(digits))?.relation
  test.each([
    ['what it is', 'Färs av svenska baljväxter', '', '1533', 'is'],
    ['what it replaces', 'Färs av svenska baljväxter', '', '1511', 'replaces'],
    ['what the text says it replaces', 'Bönbiff', 'Ersätter köttfärs i skolan.', '1511', 'replaces'],
    ['what it is bought together with', 'Digital nyckelhantering', '', '351217', 'with'],
    ['what cloth replaces', 'Tygblöjor', '', '33751', 'replaces'],
    ['what cloth nappies replace', 'Cloth nappies for preschools', 'Washed and used again.', '33751', 'replaces'],
    ['the cloth itself', 'Cloth nappies for preschools', '', '3951', 'is'],
    ['the laundry of it', 'Tygblöjor', '', '98310', 'served-as'],
    ['what it arrives through', 'Betong med lågt klimatavtryck', '', '4521', 'served-as'],
  ])('%s', (_, title, text, digits, relation) => {
    expect(relationOf(title, text, digits)).toBe(relation)
  })
  it('is what the title says it is, whatever the text names besides', () => {
    const text = 'We look for a meat company that drives to the kitchens.'
    expect(relationOf('Legume mince', text, '151')).toBe('replaces')
  })
  it('is at most possible where only the running text happens to name a category', () => {
    const found = suggestCategories({ title: 'Gungor av trä', text: 'Virket kommer från gamla vindkraftverk.' })
    const wind = found.filter(({ code }) => code.startsWith('31121') || code.startsWith('45251'))
    expect(wind.filter(({ confidence }) => confidence !== 'possible')).toEqual([])
  })
  it('is at most possible where the title only says what it is for', () => {
    const confidenceOf = (title: string) =>
      suggestCategories({ title, text: '' }).find(({ code }) => code === '39293400')?.confidence
    expect(confidenceOf('Football pitches')).not.toBe('possible')
    expect(confidenceOf('Robotic lawn mower for football pitches')).toBe('possible')
  })
  it('takes a whole list of like purchases for no more than the most alike of them', () => {
    const precedent = { title: 'Drivmedel vid station', code: code('09134200'), weight: 0.2 }
    const once = suggestCategories({ title: 'Markstation', text: '' }, { precedents: [precedent] })
    const often = suggestCategories(
      { title: 'Markstation', text: '' },
      { precedents: Array.from({ length: 20 }, (_, at) => ({ ...precedent, title: `${precedent.title} ${at}` })) },
    )
    expect(often.map(({ score }) => score)).toEqual(once.map(({ score }) => score))
  })
})
