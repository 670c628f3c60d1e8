/**
 * From statements to rows of the staging tables. Parties (buyers, units, suppliers, accounts) recur, so that each is kept
 * once, and rows name them by their place in these lists.
 */
import { createHash } from 'node:crypto'
import { isAllCapitals, procurementAddress, supplierKey } from '../names.js'
import { personOf, stricter } from '../person.js'
import type { Cell } from '../store/staging.js'
import type { SupplierTold } from '../supplier.js'
import type {
  AwardStatement,
  AwardValueStatement,
  BuyerNamed,
  ContractStatement,
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

export class Gathering {
  readonly buyers = new Places<BuyerNamed>()
  readonly units = new Places<{ buyer: number; name: string }>()
  readonly suppliers = new Places<SupplierTold>()
  readonly accounts = new Places<{ buyer: number; code: string; text: string }>()
  /** Suppliers as written, so that each spelling is judged once. */
  #written = new Map<string, number>()

  constructor(readonly id: string) {}

  /** In the order of the staging table's columns. */
  purchase(one: PurchaseStatement): Cell[] {
    const buyer = this.#buyer(one.buyer)
    const supplier = this.#supplier(one.supplier)
    const { code, text } = one.account
    return [
      this.id,
      one.place.line,
      buyer,
      one.unit === undefined ? null : this.units.placeOf(`${buyer} ${one.unit}`, { buyer, name: one.unit }),
      supplier,
      this.accounts.placeOf(`${buyer} ${code} ${text}`, { buyer, code, text }),
      one.voucher,
      fingerprint(one, supplier === null ? undefined : this.suppliers.all[supplier]!.nameKey),
      one.amount,
      one.currency,
      one.bookedOn,
      one.contract,
    ]
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
  one.extensionMonths.join('+'),
  one.noticeMonths,
  one.ceiling,
  one.callers.join('; '),
]
const NO_CONTRACT: readonly Cell[] = Array<null>(7).fill(null)

const namedBy = (one: Awarded): Omit<ProcurementNamed, 'innovation'> =>
  one.kind === 'contract'
    ? { ...one, reference: one.procurementReference ?? one.number, dynamicSystem: false }
    : one.procurement

/** What makes two postings of one voucher the same. */
const fingerprint = (one: PurchaseStatement, supplier: string | undefined): string =>
  createHash('sha256')
    .update(
      JSON.stringify([one.account, supplier, one.amount, one.bookedOn, one.unit, one.invoiceNumber, one.contract]),
    )
    .digest('hex')
    .slice(0, 32)
