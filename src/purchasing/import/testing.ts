/** For tests of imports: small files of each format, and an import or a publication that must succeed. */
import { OPERATOR } from '../../kit/actor.js'
import { sql, type Database } from '../../kit/db/index.js'
import { refused } from '../../kit/refuse.js'
import { importFile, publishImport, sourceOfBytes, type Source } from '../index.js'

export const LEDGER = 'kopare_id,kopare,verifikationsnummer,leverantor,leverantor_id,konto_nr,konto_text,belopp,datum'
export const posting = (
  voucher: number,
  supplier: string,
  number: string,
  account = '6410,Kontorsmaterial',
  amount = '100',
) => `2120001355,Staden,V${voucher},${supplier},${number},${account},${amount},2024-03-01`
export const AWARDS =
  'Namn för köpare,Organisationsnummer för köpare,Upphandlings-ID,Upphandlingens titel,Huvudsaklig CPV-kod,Namn för leverantör'
export const award = (id: string, title: string, cpv: string, supplier: string) =>
  `STADEN,2120001355,${id},${title},${cpv},${supplier}`
export const REGISTER =
  'avtalsnummer,upphandling,kopare_id,kopare,titel,leverantor,leverantor_id,cpv,start,slut,avropsberattigade'
export const contract = (number: string, id: string, supplier: string, ends: string, cpv = '39100000') =>
  `${number},${id},2120001355,Staden,${id} enligt registret,${supplier},${cpv},2024-01-01,${ends},Staden;Bostadsbolaget AB`
export const fileOf = (name: string, ...lines: string[]) => sourceOfBytes(name, Buffer.from(`${lines.join('\n')}\n`))
export const STAGED = ['staging', 'staged_procurement', 'staged_party']
export const FACTS = [
  ...['import', 'problem', 'buyer', 'unit', 'account', 'supplier', 'supplier_source', 'supplier_shown'],
  ...['procurement', 'procurement_source', 'procurement_shown', 'award', 'purchase', 'invoice_line'],
  ...['contract', 'contract_source', 'contract_shown', 'contract_replacement'],
  ...['spend', 'spend_by_account', 'spend_by_supplier', 'coverage', 'replacement', 'standing'],
  ...[
    'to_judge',
    'judgement',
    'spend_by_category',
    'spend_by_following',
    'correction',
    'category_rule',
    'supplier_parting',
  ],
]

export function importsOn(db: () => Database) {
  const empty = () =>
    sql`truncate ${sql.raw(FACTS.map((name) => `purchasing.${name}`).join(', '))} cascade`.execute(db())
  const rowsIn = async (tables: readonly string[]) => {
    let sum = 0
    for (const name of tables) {
      const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(`purchasing.${name}`)}`.execute(
        db(),
      )
      sum += rows[0]!.n
    }
    return sum
  }
  const imported = async (source: Source) => {
    const report = await importFile(db(), source, OPERATOR, { now: new Date() })
    if (refused(report)) throw new Error(report.because.key)
    return report
  }
  const published = async (source: Source) => {
    const report = await imported(source)
    const counts = await publishImport(db(), report.id, OPERATOR, new Date())
    if (refused(counts)) throw new Error(counts.because.key)
    return { report, counts }
  }
  return { empty, rowsIn, imported, published }
}
