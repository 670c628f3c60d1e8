// Derives spend-factors.tsv and activity-factors.tsv in src/impact from a CSV of factors with the columns factor_id, category,
// cpv_prefix, unit, value, low, high, reference_year, price_year, region, source, licence, gsd, quality and note. Of money the
// FIGARO rows at purchaser's prices, whose licence lets the whole table be kept; of quantities what databases.tsv names.
//
//   node bin/derive-factors.mjs INPUT.csv
//
// Fails, naming the row, rather than write a table with a hole in it.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

const HOME = join(import.meta.dirname, '../src/impact')
const DIVISIONS = 45
const SPEND_HEAD = `# Kilograms of CO2e for one euro at purchaser's prices of 2023 without deductible VAT, Sweden.
# FIGARO monetary emission factors, Ecodex (https://getecodex.com), version 2026.1–2026.4, DOI 10.5281/zenodo.23157020,
# CC BY 4.0. Computed from Eurostat data. Mapped to CPV by us. Later versions have another licence and are not used.
# Derived by bin/derive-factors.mjs: the values are unchanged; the industry (NACE Rev. 2, A64) is what each prefix was mapped to.
# CPV prefix\tindustry\tkg CO2e per EUR\tGSD
`
const ACTIVITY_HEAD = `# Kilograms of CO2e for one unit: single facts from the sources in databases.tsv, where each has its licence and credit.
# Derived by bin/derive-factors.mjs: the values are unchanged. A range stands where the source prints one; the GSD of the two
# food databases is ours, from how far they are apart.
# id\tdatabase\titem\tunit\tkg CO2e\tlow\thigh\tGSD\tyear\tregion
`
/** The same food in Mat-klimat-listan and in Agribalyse: half of the ratios lie in the middle, and they make the GSD. */
const SAME_FOOD = {
  'beef-boneless': 'boeuf',
  'pork-boneless': 'porc',
  'poultry-boneless': 'poulet',
  eggs: 'oeuf',
  cheese: 'fromagedure',
  butter: 'beurre',
  'milk-fil-yoghurt': 'yaourt',
  'rice-dry': 'riz',
  'pasta-dry': 'pates',
  bread: 'paindemie',
  'potatoes-unpeeled': 'pommedeterre',
  'dried-pulses': 'lentilles',
  'meat-substitutes': 'hachevegetal',
  'fruit-nordic': 'fl-pomme',
  'salad-vegetables-nordic': 'fl-laitue',
  'root-vegetables-onion-cabbage': 'fl-carotte',
}
const FOOD_DATABASES = ['mat-klimat-listan', 'agribalyse']

const [input] = process.argv.slice(2)
if (!input) {
  console.error('Usage: node bin/derive-factors.mjs INPUT.csv')
  process.exit(1)
}
const all = parse(readFileSync(input, 'utf8'), { columns: true, bom: true })
const spend = all.filter(({ quality }) => quality === 'spend')
const activity = all.filter(({ quality }) => quality.startsWith('activity'))
const databases = readFileSync(join(HOME, 'databases.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split('\t'))
const problems = [...spend.flatMap(problemsOfSpend), ...problemsOfAll(spend), ...activity.flatMap(problemsOfActivity)]
if (problems.length) {
  console.error(`Nothing is written:\n  ${problems.slice(0, 20).join('\n  ')}`)
  process.exit(1)
}
const foodGsd = gsdBetween(activity)
write('spend-factors.tsv', SPEND_HEAD, spend.map(spendLine))
write('activity-factors.tsv', ACTIVITY_HEAD, activity.map(activityLine))
console.log(`${spend.length} factors for money, ${activity.length} for quantities; GSD of food ${foodGsd}`)

function write(file, head, lines) {
  writeFileSync(join(HOME, file), `${head}${lines.sort((a, b) => (a < b ? -1 : 1)).join('\n')}\n`)
}

function spendLine(row) {
  return [row.cpv_prefix, industryOf(row), row.value, row.gsd].join('\t')
}

function activityLine(row) {
  const database = databaseOf(row)
  const gsd = FOOD_DATABASES.includes(database) ? foodGsd : row.gsd
  const { low, high } = printedRange(row)
  return [
    row.factor_id,
    database,
    row.category,
    unitOf(row),
    row.value,
    low,
    high,
    gsd,
    row.reference_year,
    row.region,
  ].join('\t')
}

/** A range that was put together of several databases is not printed by any. */
function printedRange({ low, high, note }) {
  return low && high && !note.includes('low/high = range across') ? { low, high } : { low: '', high: '' }
}

function gsdBetween(rows) {
  const valueOf = (id) => Number(rows.find(({ factor_id }) => factor_id === id)?.value)
  const ratios = Object.entries(SAME_FOOD).map(([one, other]) =>
    Math.log(valueOf(`slu-mkl11-${one}`) / valueOf(`agb-${other}`)),
  )
  if (!ratios.every(Number.isFinite)) throw new Error('A food that the spread rests on is missing')
  const sorted = ratios.sort((a, b) => a - b)
  const quartile = (share) => {
    const at = share * (sorted.length - 1)
    const below = Math.floor(at)
    return sorted[below] + (at - below) * (sorted[below + 1] - sorted[below])
  }
  return Math.exp((quartile(0.75) - quartile(0.25)) / 1.349).toFixed(2)
}

function industryOf({ note }) {
  return /^NACE (\S+) .*purchaser price excl\. deductible VAT/.exec(note)?.[1]
}

/** By how the source begins. */
function databaseOf({ source, unit }) {
  return databases.find(([, begins, ofUnit]) => source.startsWith(begins) && (!ofUnit || ofUnit === unit))?.[0]
}

function unitOf({ unit }) {
  return /^kgCO2e\/(kg|piece|kWh|km|meal)$/.exec(unit)?.[1]
}

function problemsOfSpend(row) {
  const wrong = []
  if (!/^\d{2,5}$/.test(row.cpv_prefix)) wrong.push('is no CPV prefix')
  if (!(Number(row.value) > 0 && Number(row.gsd) > 1)) wrong.push('has no value or GSD')
  if (row.unit !== 'kgCO2e/EUR' || row.price_year !== '2023' || row.region !== 'SE') wrong.push('is of another kind')
  if (!row.source.startsWith('FIGARO') || !row.licence.startsWith('CC BY 4.0 ')) wrong.push('has another licence')
  if (!industryOf(row)) wrong.push('names no industry at purchaser’s prices')
  return wrong.map((what) => `${row.cpv_prefix} ${what}`)
}

function problemsOfActivity(row) {
  const wrong = []
  if (!(Number(row.value) > 0)) wrong.push('has no value')
  if (!unitOf(row)) wrong.push('is for no unit that is known')
  if (!databaseOf(row)) wrong.push('has a source that databases.tsv does not name')
  if (!/^\d{4}$/.test(row.reference_year)) wrong.push('has no year')
  return wrong.map((what) => `${row.factor_id} ${what}`)
}

function problemsOfAll(rows) {
  const prefixes = rows.map((row) => row.cpv_prefix)
  const twice = prefixes.filter((prefix, at) => prefixes.indexOf(prefix) !== at)
  const divisions = prefixes.filter((prefix) => prefix.length === 2).length
  return [
    ...twice.map((prefix) => `${prefix} stands twice`),
    ...(divisions === DIVISIONS ? [] : [`${divisions} divisions, expected ${DIVISIONS}`]),
  ]
}
