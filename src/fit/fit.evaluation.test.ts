/**
 * What newcomers ask on the sample city, and what an experienced buyer would accept among the first five openings.
 * `must` are pieces of titles that have to be there, `only` is the beginning of every category that may be; no `must`
 * means that no fit is the right answer.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleCity } from '../../test/sample.js'
import { code } from '../categories/index.js'
import { day } from '../kit/day.js'
import type { Database } from '../kit/db/index.js'
import { examples } from './examples.js'
import type { Idea } from './idea.js'
import { fit, suggest, type Fit } from './report.js'

const TODAY = day('2026-11-23')
const FOOD = ['djupfrysta', 'kolonialvaror', 'kött, chark', 'frukt, grönsaker']
const CASES: [title: string, text: string, must: string[], only: RegExp][] = [
  ['Färs av svenska baljväxter till förskolor', 'Ersätter köttfärs i förskolans kök.', FOOD, /^(15|55)/],
  ['Legume mince for pre-schools', 'Replaces minced beef in school kitchens.', FOOD, /^(15|55)/],
  ['Reused office furniture', 'Desks and chairs, repaired.', ['Kontorsmöbler', 'Möbler till förskolor'], /^(391|5085)/],
  ['Återbrukade kontorsmöbler', 'Skrivbord och stolar med garanti.', ['Kontorsmöbler'], /^(391|5085)/],
  ['Läkemedelsrobot i hemmet', 'Larmar hemtjänsten.', ['Trygghetslarm', 'Hjälpmedel för förflyttning'], /^(3319|3512)/],
  ['Sensorstyrd snöröjning', 'Sensorer säger var det behöver plogas.', ['Snöröjning'], /^90620/],
  ['Elektriska lastcyklar till hemtjänsten', 'I stället för bil.', ['leasing av personbilar'], /^34/],
  ['AI-översättning i socialtjänsten', 'Översätter samtal i stället för tolk.', ['Tolkförmedling'], /^(795|48)/],
  ['AI translation for social services', 'Instead of booking an interpreter.', ['Tolkförmedling'], /^(795|48)/],
  ['Tygblöjor med tvättservice till förskolor', 'Vi hämtar och tvättar.', ['Textilservice'], /^(9831|33)/],
  ['Digital nyckelhantering för hemtjänsten', 'Låset öppnas med telefonen.', ['Trygghetslarm'], /^(3512|4452|48)/],
  ['Isolering av bark', 'Lösull till väggar och vindar.', ['totalentreprenad'], /^(45[234]|441)/],
  ['Arbetskläder av återvunnen textil', 'Byxor och jackor.', ['Arbetskläder'], /^(18|9831)/],
  ['Play equipment made of reused material', 'Swings and climbing frames.', ['Lekplatsutrustning'], /^(375|4511|4523)/],
  ['Sensor i inkontinensskydd', 'Visar när det behöver bytas.', ['Inkontinenshjälpmedel'], /^33/],
  ['Betong med lågt klimatavtryck', 'Slagg i stället för cement.', ['totalentreprenad'], /^(45[12]|441)/],
  ['Ruttplanering för skolskjuts', 'En app som planerar om varje morgon.', ['Skolskjuts', 'Färdtjänst'], /^(601|48)/],
  ['Route planning for school buses', 'Plans routes every morning.', ['Skolskjuts'], /^(601|48)/],
  ['Städning med ozonvatten', 'Ersätter städkemikalier.', ['Lokalvård', 'Städkemikalier'], /^(9091|398)/],
  ['Washable diapers for preschools', 'Cloth diapers, not disposable.', ['Textilservice'], /^(9831|33)/],
  ['AI som skriver journalanteckningar', 'Tal blir text.', ['Verksamhetssystem för vård'], /^48/],
  ['Tvättbara operationsrockar', 'I stället för engångs.', ['Textilservice'], /^(9831|33|18|395)/],
  ['Återbrukade skrivare', 'Kopiatorer och skrivare.', ['Kopiatorer'], /^30/],
  ['Skolmöbeler av återvunnen plast', 'Stolar och bord.', ['Skolmöbler'], /^391/],
  ['Demenssängar', 'Sängar med sänglarm.', ['Vårdsängar'], /^33/],
  ['Second hand laptops for schools', 'With warranty.', ['Elevdatorer', 'Datorer'], /^302/],
  ['Predictive maintenance of lifts', 'Sensors tell when.', ['Hisservice'], /^50/],
  ['Självkörande gräsklippare', 'Batteridrivna robotar.', ['Skötsel av utemiljöer'], /^(77|16)/],
  ['Hyrcyklar i stället för tjänstebilar', 'Elcyklar att hyra.', ['personbilar'], /^34/],
  ['Noise-reducing asphalt', 'Quiet road surface.', ['Asfaltbeläggning'], /^4523/],
  ['Electric school buses with drivers', 'We run them.', ['Skolskjuts'], /^601/],
  ['Snöröjningsrobotar på cykelbanor', 'Självkörande plogar.', ['Snöröjning'], /^90620/],
  ['Renovated playground equipment', 'Old swings.', ['Lekplatsutrustning'], /^(375|4511|5087)/],
  ['Ekologisk bomull i arbetskläder', 'Arbetsbyxor.', ['Arbetskläder'], /^18/],
  ['Inkontinensbyxor, tvättbara', 'För äldre.', ['Inkontinenshjälpmedel'], /^33/],
  ['Drones that inspect bridges', 'Inspection with image analysis.', [], /^/],
  ['Perfume for statues', 'They smell like roses.', [], /^/],
  ['Astrologisk rådgivning till chefer', 'Horoskop.', [], /^/],
  ['Rymdhotell', 'Övernattning i omloppsbana.', [], /^/],
  ['Kaffesump som ansiktsmask', 'För konsumenter.', [], /^/],
  ['Wedding rings of meteorite', 'Rings for couples.', [], /^/],
  ['Danskurs för äldre', 'En danslärare leder grupper på äldreboenden.', [], /^/],
  ['Satellite ground station', 'Receives data from Earth observation satellites.', [], /^/],
  ['Hundterapi på äldreboende', 'En utbildad hund besöker dementa.', [], /^/],
]

describe('on the sample city', () => {
  let db: Database
  let close: () => Promise<void>
  beforeAll(async () => {
    db = await sampleCity()
    close = () => db.destroy()
  })
  afterAll(() => close())

  /** As a newcomer does it: what is ticked beforehand is kept. */
  const ask = async (idea: Idea, buyer?: number, page?: number): Promise<Fit> => {
    const suggested = await suggest(db, 'published', idea)
    const codes = suggested.filter(({ confidence }) => confidence !== 'possible').map(({ code }) => code)
    return fit(db, 'published', { idea, categories: codes, today: TODAY, language: 'sv', buyer, page, suggested })
  }

  test.each(CASES)('%s', async (title, text, must, only) => {
    const found = await ask({ title, text })
    const five = found.openings.slice(0, 5)
    const titles = five.map(({ procurement }) => procurement.title)
    for (const piece of must) expect(titles.join(' | ')).toContain(piece)
    for (const { procurement } of five) expect(procurement.category).toMatch(only)
    if (must.length === 0) expect(titles).toEqual([])
  })

  test('the examples of the start page find the same in both languages', async () => {
    for (const [at, swedish] of examples('sv').entries()) {
      const [sv, en] = [await ask(swedish), await ask(examples('en')[at]!)]
      expect(en.openings[0]?.procurement.title).toBe(sv.openings[0]?.procurement.title)
    }
  })

  test('words for the people served lead to no category and to no opening', async () => {
    const idea = { title: 'Något nytt till förskolor', text: 'För barn och personal.' }
    const suggested = await suggest(db, 'published', idea)
    const titles = suggested.flatMap(({ because }) => because.map((one) => JSON.stringify(one.args)))
    expect(titles.join(' ')).not.toMatch(/Möbler till förskolor|Lokalvård i förskolor/)
  })

  test('the meat contract says that it is what the idea would replace', async () => {
    const found = await ask({ title: 'Färs av svenska baljväxter till förskolor', text: 'Ersätter köttfärs.' })
    const meat = found.openings.find(({ procurement }) => procurement.category === '15100000')!
    expect(meat.because.some((one) => 'relation' in one.args && one.args.relation === 'replaces')).toBe(true)
  })

  test('one buyer can be asked about, and the others are still named', async () => {
    const idea = { title: 'Solceller på tak', text: '' }
    const all = await ask(idea)
    const chosen = all.buyers[0]!
    const one = await ask(idea, chosen.buyer)
    expect(one.found).toBe(chosen.openings)
    expect(one.openings.every(({ procurement }) => procurement.buyer === chosen.buyer)).toBe(true)
    expect(one.buyers).toEqual(all.buyers)
  })

  test('every opening can be reached, page by page, each once', async () => {
    const categories = ['15000000', '45000000', '33000000', '39000000', '48000000', '90000000'].map(code)
    const broad = { title: 'Livsmedel, byggnation, möbler, programvara, städning och hjälpmedel', text: '' }
    const at = (page: number) => fit(db, 'published', { idea: broad, categories, today: TODAY, language: 'sv', page })
    const first = await at(1)
    const all = [first]
    for (let page = 2; page <= first.pages; page++) all.push(await at(page))
    const seen = all.flatMap(({ openings }) => openings.map(({ procurement }) => procurement.id))
    expect(new Set(seen).size).toBe(first.found)
    expect(seen).toHaveLength(first.found)
    expect((await at(99)).page).toBe(first.pages)
    expect(first.looked).toBeGreaterThanOrEqual(first.found)
  })

  test('no fit names the nearest things, best reasons first', async () => {
    const found = await ask({ title: 'Hundterapi på äldreboende', text: 'En utbildad hund besöker dementa.' })
    expect(found.found).toBe(0)
    expect(found.nearest.length).toBeGreaterThan(0)
    const points = found.nearest.map((one) => one.points)
    expect(points).toEqual([...points].sort((a, b) => b - a))
  })
})
