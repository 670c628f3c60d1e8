/**
 * From statements to rows. Parties (buyers, units, suppliers, accounts) recur, so that each is kept once, and a row names
 * them by their place in these lists until their ids are known (`parties.ts`).
 */
import { hash } from 'node:crypto'
import { readCode } from '../../categories/index.js'
import type { Day } from '../../kit/day.js'
import { refused } from '../../kit/refuse.js'
import { contractAddress, isAllCapitals, procurementAddress, supplierKey } from '../names.js'
import { personOf, stricter } from '../person.js'
import type { Cell } from '../store/staging.js'
import type { SupplierTold } from '../supplier.js'
import { extensionMonths } from './mapping/extension.js'
import type {
  AwardStatement,
  AwardValueStatement,
  BuyerNamed,
  Chart,
  ContractStatement,
  InvoiceLineStatement,
  ProcurementNamed,
  PurchaseStatement,
  SupplierNamed,
} from './statement.js'

export type Awarded = AwardStatement | AwardValueStatement | ContractStatement

/** A list without repetition. */
export class Places<T> {
  readonly all: T[] = []
  #places = new Map<string, number>()

  placeOf(key: string, value: T): number {
    const known = this.#places.get(key)
    if (known !== undefined) return known
    this.#places.set(key, this.all.length)
    return this.all.push(value) - 1
  }
}

/** A line whose parties still stand as places in the file's own lists. */
export interface GatheredLine {
  readonly line: number
  readonly buyer: number
  readonly unit: number | null
  readonly supplier: number | null
  readonly account: number
  readonly voucher: string
  readonly identity: string
  readonly amount: number
  readonly currency: string
  readonly bookedOn: Day
  readonly contract: string | undefined
  readonly invoice: string | undefined
  /** Of a line of an invoice, in the order of its table's columns. */
  readonly details?: readonly Cell[]
}

export class Gathering {
  readonly buyers = new Places<BuyerNamed>()
  readonly units = new Places<{ buyer: number; name: string }>()
  readonly suppliers = new Places<SupplierTold>()
  readonly accounts = new Places<{ buyer: number; code: string; text: string }>()
  /** Suppliers as written, so that each spelling is judged once. */
  #written = new Map<string, number>()

  constructor(
    readonly id: string,
    readonly chart: Chart,
  ) {}

  purchase(one: PurchaseStatement): GatheredLine {
    const buyer = this.#buyer(one.buyer)
    const supplier = this.#supplier(one.supplier)
    const { code, text } = one.account
    return {
      line: one.place.line,
      buyer,
      unit: one.unit === undefined ? null : this.units.placeOf(`${buyer} ${one.unit}`, { buyer, name: one.unit }),
      supplier,
      account: this.accounts.placeOf(`${buyer} ${code} ${text}`, { buyer, code, text }),
      voucher: one.voucher,
      identity: identityOf(one, supplier === null ? undefined : this.suppliers.all[supplier]!.nameKey),
      amount: one.amount,
      currency: one.currency,
      bookedOn: one.bookedOn,
      contract: one.contract,
      invoice: one.invoiceNumber,
    }
  }

  /** Where it was delivered is the unit; a line that names no account has the account without code. */
  invoiceLine(one: InvoiceLineStatement): GatheredLine {
    const buyer = this.#buyer(one.buyer)
    const supplier = this.#supplier(one.supplier)
    const code = /^\d{3,8}$/.exec(one.accountingReference ?? '')?.[0] ?? ''
    const unit = one.deliveredTo?.name
    const told = [one.invoice.number, one.lineNumber, one.of, supplier, one.amount]
    return {
      line: one.place.line,
      buyer,
      unit: unit === undefined ? null : this.units.placeOf(`${buyer} ${unit}`, { buyer, name: unit }),
      supplier,
      account: this.accounts.placeOf(`${buyer} ${code} `, { buyer, code, text: '' }),
      voucher: one.invoice.number,
      identity: digestOf(told),
      amount: one.amount,
      currency: one.currency,
      bookedOn: one.invoice.issuedOn,
      contract: one.contract,
      invoice: one.invoice.number,
      details: detailsOf(one),
    }
  }

  /** In the order of the staging table's columns. */
  procurement(one: Awarded): Cell[] {
    const named = namedBy(one)
    return [
      this.id,
      one.place.line,
      one.kind,
      this.#buyer(one.buyer),
      one.kind === 'award-value' ? null : this.#supplier(one.supplier),
      named.reference,
      procurementAddress(one.buyer.organisationNumber, named.reference),
      named.title,
      named.category,
      named.procedure,
      named.agreement,
      named.dynamicSystem,
      named.publishedOn,
      one.kind === 'award-value' ? one.value : null,
      one.kind === 'award' ? (one.lot ?? '') : '',
      ...(one.kind === 'contract' ? contractCells(one) : NO_CONTRACT),
    ]
  }

  #buyer(buyer: BuyerNamed): number {
    return this.buyers.placeOf(buyer.organisationNumber, buyer)
  }

  /** Null where the source withholds the name. A name not all in capitals is preferred. */
  #supplier({ name, organisationNumber, size }: SupplierNamed): number | null {
    if (name === undefined) return null
    const written = `${organisationNumber ?? ''} ${size ?? ''} ${name}`
    const known = this.#written.get(written)
    if (known !== undefined) return known
    const nameKey = supplierKey(name)
    const told = { nameKey, name, organisationNumber, size, personhood: personOf({ name, organisationNumber, size }) }
    const place = this.suppliers.placeOf(`${organisationNumber ?? ''} ${nameKey}`, told)
    this.suppliers.all[place] = bothTold(this.suppliers.all[place]!, told)
    this.#written.set(written, place)
    return place
  }
}

/** One supplier written twice: the readable name, the size that is given, the more careful judgement. */
const bothTold = (one: SupplierTold, other: SupplierTold): SupplierTold => ({
  ...one,
  name: isAllCapitals(one.name) && !isAllCapitals(other.name) ? other.name : one.name,
  size: other.size ?? one.size,
  personhood: stricter(one.personhood, other.personhood),
})

const contractCells = (one: ContractStatement): Cell[] => [
  one.number,
  one.startsOn,
  one.endsOn,
  isUnread(one) ? null : one.extensionMonths.join('+'),
  one.noticeMonths,
  one.ceiling,
  one.callers.join('; '),
  contractAddress(one.buyer.organisationNumber, one.number),
  one.ownCategory,
  one.caseNumber,
  one.responsible,
  one.extensionClause,
]
const NO_CONTRACT: readonly Cell[] = Array<null>(12).fill(null)

/** Options are stated, but in words that could not be read for certain: that is not the same as none. */
const isUnread = ({ extensionMonths: months, extensionClause: clause }: ContractStatement): boolean =>
  months.length === 0 && clause !== undefined && extensionMonths(clause).months?.length !== 0

const namedBy = (one: Awarded): Omit<ProcurementNamed, 'innovation'> =>
  one.kind === 'contract'
    ? { ...one, reference: one.procurementReference ?? one.number, dynamicSystem: false }
    : one.procurement

function detailsOf({ article, quantity, unitPrice, order, vat }: InvoiceLineStatement): Cell[] {
  const cpv = article.classifications.find(({ list }) => list === 'STI')?.code
  const code = cpv === undefined ? undefined : readCode(cpv)
  return [
    article.name,
    article.description,
    quantity?.value,
    quantity?.unitCode,
    unitPrice && Number(unitPrice.amount) / unitPrice.per,
    article.classifications.map(({ list, code: written }) => `${list} ${written}`).join('; '),
    code && !refused(code) ? code.code : undefined,
    order,
    vat.percent,
  ]
}

/** What makes two postings of one voucher the same. */
const identityOf = (one: PurchaseStatement, supplier: string | undefined): string => {
  const told = [one.account, supplier, one.amount, one.bookedOn, one.unit, one.invoiceNumber, one.contract]
  return digestOf(told)
}

/** 64 bits of a digest, as the database writes a bigint. */
const digestOf = (told: readonly unknown[]): string =>
  BigInt.asIntN(64, BigInt(`0x${hash('sha256', JSON.stringify(told), 'hex').slice(0, 16)}`)).toString()
