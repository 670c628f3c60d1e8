// Derives spend-factors.tsv beside it from a CSV of factors with the columns cpv_prefix, unit, value, price_year, region,
// source, licence, gsd, quality and note: the FIGARO rows at purchaser's prices, whose licence lets the whole table be kept.
//
//   node bin/derive-factors.mjs INPUT.csv
//
// Fails, naming the prefix, rather than write a table with a hole in it.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

const DIVISIONS = 45
const HEAD = `# Kilograms of CO2e for one euro at purchaser's prices of 2023 without deductible VAT, Sweden.
# FIGARO monetary emission factors, Ecodex (https://getecodex.com), version 2026.1–2026.4, DOI 10.5281/zenodo.23157020,
# CC BY 4.0. Computed from Eurostat data. Mapped to CPV by us. Later versions have another licence and are not used.
# Derived by bin/derive-factors.mjs: the values are unchanged; the industry (NACE Rev. 2, A64) is what each prefix was mapped to.
# CPV prefix\tindustry\tkg CO2e per EUR\tGSD
`

const [input] = process.argv.slice(2)
if (!input) {
  console.error('Usage: node bin/derive-factors.mjs INPUT.csv')
  process.exit(1)
}
const rows = parse(readFileSync(input, 'utf8'), { columns: true, bom: true }).filter(
  ({ quality }) => quality === 'spend',
)
const problems = [...rows.flatMap(problemsOf), ...problemsOfAll(rows)]
if (problems.length) {
  console.error(`Nothing is written:\n  ${problems.slice(0, 20).join('\n  ')}`)
  process.exit(1)
}
const lines = rows
  .map((row) => [row.cpv_prefix, industryOf(row), row.value, row.gsd].join('\t'))
  .sort((a, b) => (a < b ? -1 : 1))
writeFileSync(join(import.meta.dirname, '../src/impact/spend-factors.tsv'), `${HEAD}${lines.join('\n')}\n`)
console.log(`${lines.length} factors`)

function industryOf({ note }) {
  return /^NACE (\S+) .*purchaser price excl\. deductible VAT/.exec(note)?.[1]
}

function problemsOf(row) {
  const wrong = []
  if (!/^\d{2,5}$/.test(row.cpv_prefix)) wrong.push('is no CPV prefix')
  if (!(Number(row.value) > 0 && Number(row.gsd) > 1)) wrong.push('has no value or GSD')
  if (row.unit !== 'kgCO2e/EUR' || row.price_year !== '2023' || row.region !== 'SE') wrong.push('is of another kind')
  if (!row.source.startsWith('FIGARO') || !row.licence.startsWith('CC BY 4.0 ')) wrong.push('has another licence')
  if (!industryOf(row)) wrong.push('names no industry at purchaser’s prices')
  return wrong.map((what) => `${row.cpv_prefix} ${what}`)
}

function problemsOfAll(all) {
  const prefixes = all.map((row) => row.cpv_prefix)
  const twice = prefixes.filter((prefix, at) => prefixes.indexOf(prefix) !== at)
  const divisions = prefixes.filter((prefix) => prefix.length === 2).length
  return [
    ...twice.map((prefix) => `${prefix} stands twice`),
    ...(divisions === DIVISIONS ? [] : [`${divisions} divisions, expected ${DIVISIONS}`]),
  ]
}
