/** From statements to rows: finds or makes buyers, units, suppliers, accounts and procurements, then writes what refers to them. */
import { createHash } from 'node:crypto'
import { categoryOfAccount, readCode } from '../../categories/index.js'
import type { Database } from '../../kit/db/index.js'
import { refused } from '../../kit/refuse.js'
import { addressOf, buyerName, supplierKey } from '../names.js'
import type {
  AwardStatement,
  AwardValueStatement,
  BuyerNamed,
  ContractStatement,
  PurchaseStatement,
  Statement,
  SupplierNamed,
} from './statement.js'
import * as store from './store.js'

/** Answers how many rows were new. */
export async function writeStatements(tx: Database, id: string, statements: readonly Statement[]): Promise<number> {
  const buyers = await writeBuyers(tx, id, statements)
  const suppliers = await writeSuppliers(tx, id, statements)
  const purchases = statements.filter((one): one is PurchaseStatement => one.kind === 'purchase')
  const awards = statements.filter((one): one is Awarded => one.kind !== 'purchase')
  const keptPurchases = purchases.length ? await writePurchases(tx, id, purchases, buyers, suppliers) : 0
  const keptAwards = awards.length ? await writeAwards(tx, id, awards, buyers, suppliers) : 0
  return keptPurchases + keptAwards
}

async function writeBuyers(tx: Database, id: string, statements: readonly Statement[]): Promise<Map<string, number>> {
  const distinct = new Map<string, BuyerNamed>()
  for (const { buyer } of statements)
    if (!distinct.has(buyer.organisationNumber)) distinct.set(buyer.organisationNumber, buyer)
  const rows = [...distinct.values()].map((buyer) => ({
    organisation_number: buyer.organisationNumber,
    name: buyerName(buyer.name),
    sector: buyer.sector ?? ('unknown' as const),
    visibility: 'internal' as const,
    import: id,
  }))
  return store.buyerIds(tx, rows)
}

const supplierOf = (statement: Statement): SupplierNamed | undefined =>
  'supplier' in statement ? statement.supplier : undefined

async function writeSuppliers(
  tx: Database,
  id: string,
  statements: readonly Statement[],
): Promise<Map<string, number>> {
  const distinct = new Map<string, SupplierNamed & { name: string }>()
  for (const statement of statements) {
    const supplier = supplierOf(statement)
    if (supplier?.name === undefined) continue
    const key = supplierKey(supplier.name)
    if (!distinct.get(key)?.organisationNumber)
      distinct.set(key, { ...distinct.get(key), ...supplier, name: supplier.name })
  }
  const rows = [...distinct].map(([key, supplier]) => ({
    address: `${addressOf(key)}-${shortDigest(key)}`,
    name: supplier.name,
    name_key: key,
    organisation_number: supplier.organisationNumber ?? null,
    size: supplier.size ?? null,
    visibility: 'internal' as const,
    import: id,
  }))
  return store.supplierIds(tx, rows)
}

async function writePurchases(
  tx: Database,
  id: string,
  purchases: readonly PurchaseStatement[],
  buyers: Map<string, number>,
  suppliers: Map<string, number>,
): Promise<number> {
  const buyerOf = (one: PurchaseStatement) => buyers.get(one.buyer.organisationNumber)!
  const distinctUnits = new Map(
    purchases.flatMap((one) =>
      one.unit ? [[`${buyerOf(one)} ${one.unit}`, { buyer: buyerOf(one), name: one.unit }] as const] : [],
    ),
  )
  const units = await store.unitIds(tx, [...distinctUnits.values()])
  const distinctAccounts = new Map(
    purchases.map((one) => [
      `${buyerOf(one)} ${one.account.code} ${one.account.text}`,
      { buyer: buyerOf(one), ...one.account },
    ]),
  )
  const accounts = await store.accountIds(tx, [...distinctAccounts.values()].map(accountRow))
  const ordinals = new Map<string, number>()
  const rows = purchases.map((one) => {
    const key = one.supplier.name === undefined ? undefined : supplierKey(one.supplier.name)
    const fingerprint = createHash('sha256')
      .update(JSON.stringify([one.account, key, one.amount, one.bookedOn, one.unit, one.invoiceNumber, one.contract]))
      .digest('hex')
      .slice(0, 32)
    const place = `${buyerOf(one)} ${one.voucher} ${fingerprint}`
    const ordinal = (ordinals.get(place) ?? 0) + 1
    ordinals.set(place, ordinal)
    return {
      import: id,
      line: one.place.line,
      buyer: buyerOf(one),
      unit: one.unit ? units.get(`${buyerOf(one)} ${one.unit}`)! : null,
      supplier: key === undefined ? null : suppliers.get(key)!,
      account: accounts.get(`${buyerOf(one)} ${one.account.code} ${one.account.text}`)!,
      voucher: one.voucher,
      fingerprint,
      ordinal,
      amount: one.amount,
      currency: one.currency,
      booked_on: one.bookedOn,
      contract_stated: one.contract ?? null,
    }
  })
  const kept = await store.insertPurchases(tx, rows)
  await store.rollUp(tx, [...new Set(rows.map((row) => row.buyer))])
  return kept
}

function accountRow(account: { buyer: number; code: string; text: string }) {
  const judged = categoryOfAccount(account)
  return {
    ...account,
    kind: judged.kind,
    category: judged.category ?? null,
    confidence: judged.confidence,
    because: JSON.stringify(judged.because),
    publishable: judged.publishable === 'yes',
  }
}

type Awarded = AwardStatement | AwardValueStatement | ContractStatement

async function writeAwards(
  tx: Database,
  id: string,
  awarded: readonly Awarded[],
  buyers: Map<string, number>,
  suppliers: Map<string, number>,
): Promise<number> {
  const keyOf = (one: Awarded) => `${buyers.get(one.buyer.organisationNumber)!} ${referenceOf(one)}`
  const rows = new Map<string, ReturnType<typeof procurementRow>>()
  for (const one of awarded) {
    const row = procurementRow(id, one, buyers.get(one.buyer.organisationNumber)!)
    const before = rows.get(keyOf(one))
    rows.set(
      keyOf(one),
      before ? { ...before, category: before.category ?? row.category, value: before.value ?? row.value } : row,
    )
  }
  const procurements = await store.procurementIds(tx, [...rows.values()])
  const sourced = (one: AwardStatement | ContractStatement) => ({
    procurement: procurements.get(keyOf(one))!,
    import: id,
    line: one.place.line,
    supplier: one.supplier.name === undefined ? null : suppliers.get(supplierKey(one.supplier.name))!,
  })
  const awards = awarded.flatMap((one) => (one.kind === 'award' ? [{ ...sourced(one), lot: one.lot ?? '' }] : []))
  const contracts = awarded.flatMap((one) =>
    one.kind === 'contract'
      ? [
          {
            ...sourced(one),
            number: one.number,
            starts_on: one.startsOn ?? null,
            ends_on: one.endsOn ?? null,
            extension_months: one.extensionMonths.join('+'),
            notice_months: one.noticeMonths ?? null,
            ceiling: one.ceiling ?? null,
          },
        ]
      : [],
  )
  const values = awarded.filter((one) => one.kind === 'award-value').length
  return (await store.insertAwards(tx, awards)) + (await store.insertContracts(tx, contracts)) + values
}

const referenceOf = (one: Awarded): string =>
  one.kind === 'contract' ? (one.procurementReference ?? one.number) : one.procurement.reference

function procurementRow(id: string, one: Awarded, buyer: number) {
  const named =
    one.kind === 'contract'
      ? {
          title: one.title,
          category: one.category,
          agreement: one.agreement,
          procedure: undefined,
          dynamicSystem: false,
          publishedOn: undefined,
        }
      : one.procurement
  const read = named.category ? readCode(named.category) : undefined
  const reference = referenceOf(one)
  return {
    address: procurementAddress(one.buyer.organisationNumber, reference),
    buyer,
    reference,
    title: named.title,
    category: read && !refused(read) ? read.code : null,
    procedure: named.procedure ?? null,
    agreement: named.agreement ?? null,
    dynamic_system: named.dynamicSystem,
    published_on: named.publishedOn ?? null,
    value: one.kind === 'award-value' ? one.value : null,
    visibility: 'internal' as const,
    import: id,
    line: one.place.line,
  }
}

/** Two written names may fold to one address; this keeps them apart, the same after every import. */
const shortDigest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 6)

const procurementAddress = (buyer: string, reference: string): string =>
  addressOf(buyer, reference) + (/^[A-Za-z0-9]+$/.test(reference) ? '' : `-${shortDigest(reference)}`)
