// Derives src/categories/cpv.tsv from a CSV with the columns code, code_with_check_digit, label_sv, label_en.
//
//   node bin/derive-cpv.mjs INPUT.csv
//
// Fails, naming the line, rather than write a table with a hole in it.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

const CODES = 9454
const target = join(import.meta.dirname, '../src/categories/cpv.tsv')
const HEAD = `# The Common Procurement Vocabulary (Regulation (EC) No 213/2008), in Swedish and English.
# Labels: translations of the eForms SDK, Publications Office of the European Union, CC BY 4.0.
# Check digits: ProzorroUKR/standards, Apache-2.0.
# Derived by bin/derive-cpv.mjs: four columns kept, spaces normalised, sorted by code, no label changed otherwise.
# code\tcheck digit\tsv\ten
`

const [input] = process.argv.slice(2)
if (!input) {
  console.error('Usage: node bin/derive-cpv.mjs INPUT.csv')
  process.exit(1)
}
const rows = parse(readFileSync(input, 'utf8'), { columns: true, bom: true }).map(read)
const problems = [...rows.flatMap((row) => row.problems), ...problemsOf(rows)]
if (problems.length) {
  console.error(`Nothing is written:\n  ${problems.slice(0, 20).join('\n  ')}`)
  process.exit(1)
}
const lines = rows.map(({ code, check, sv, en }) => [code, check, sv, en].join('\t'))
writeFileSync(target, HEAD + lines.sort().join('\n') + '\n')
console.log(`${rows.length} codes written to src/categories/cpv.tsv`)

function read(row, at) {
  const [code, check] = (row.code_with_check_digit ?? '').split('-')
  const sv = plain(row.label_sv)
  const en = plain(row.label_en)
  const problems = []
  const line = `line ${at + 2}`
  if (!/^\d{8}$/.test(row.code ?? '')) problems.push(`${line}: '${row.code}' is not eight digits`)
  if (code !== row.code || !/^\d$/.test(check ?? ''))
    problems.push(`${line}: '${row.code_with_check_digit}' does not match`)
  if (!sv || !en) problems.push(`${line}: ${row.code} lacks a label`)
  return { code: row.code, check, sv, en, problems }
}

function problemsOf(rows) {
  const codes = new Set(rows.map(({ code }) => code))
  const problems = rows
    .filter(({ code }) => !codes.has(`${code.slice(0, 2)}000000`))
    .map(({ code }) => `${code} has no division`)
  if (codes.size !== rows.length) problems.push(`${rows.length - codes.size} codes stand twice`)
  if (rows.length !== CODES) problems.push(`${rows.length} codes, expected ${CODES}`)
  return problems
}

function plain(text = '') {
  return text.replace(/\s+/gu, ' ').trim()
}
