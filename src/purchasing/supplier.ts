/**
 * Which known supplier a file means. One organisation number is one supplier, however it is spelled; one name under two
 * numbers is two. A name without a number means the only supplier known by it, and nobody when there are several. A
 * person may have said of a name that it is not the supplier of a number.
 */
import { personOf, stricter, type Named, type Personhood } from './person.js'

export interface SupplierTold {
  readonly nameKey: string
  readonly name: string
  readonly organisationNumber?: string | undefined
  readonly size?: string | undefined
  readonly personhood: Personhood
}
export interface SupplierKnown {
  readonly supplier: number
  readonly nameKey: string
  readonly organisationNumber: string | null
  readonly personhood: Personhood
}
export interface Parted {
  readonly nameKey: string
  readonly organisationNumber: string
}
export interface Placed {
  /** For each told supplier in turn: its id, or -1, -2, … for the first, second, … new one. */
  readonly suppliers: readonly number[]
  readonly fresh: readonly SupplierTold[]
  /** Known suppliers whose number is learned now. */
  readonly numbered: ReadonlyMap<number, string>
  /** What is now known of each supplier that was told of. */
  readonly personhood: ReadonlyMap<number, Personhood>
}

export function placeSuppliers(
  told: readonly SupplierTold[],
  known: readonly SupplierKnown[],
  parted: readonly Parted[] = [],
): Placed {
  const directory = new Directory(known, parted)
  const suppliers = new Array<number>(told.length)
  // Numbers first, so that a name without one finds the supplier that the same file numbers.
  const places = [...told.keys()].sort(
    (a, b) => Number(!told[a]!.organisationNumber) - Number(!told[b]!.organisationNumber) || a - b,
  )
  for (const place of places) suppliers[place] = directory.place(told[place]!)
  const { fresh, numbered, personhood } = directory
  return { suppliers, fresh, numbered, personhood }
}

/** What is known of one supplier by all that is told of it. */
export function knownOf(told: readonly Named[]): { number: string | undefined; personhood: Personhood } | undefined {
  const [first, ...more] = told.map(personOf)
  if (!first) return undefined
  const number = told.find((one) => one.organisationNumber)?.organisationNumber
  return { number, personhood: more.reduce(stricter, first) }
}

class Directory {
  readonly fresh: SupplierTold[] = []
  readonly numbered = new Map<number, string>()
  readonly personhood = new Map<number, Personhood>()
  #byNumber = new Map<string, number>()
  #byName = new Map<string, Set<number>>()
  #known = new Map<number, Personhood>()
  #numberOf = new Map<number, string>()
  #toldHere = new Set<string>()
  #parted: ReadonlySet<string>

  constructor(known: readonly SupplierKnown[], parted: readonly Parted[]) {
    this.#parted = new Set(parted.map((one) => keyOf(one.nameKey, one.organisationNumber)))
    for (const one of known) {
      this.#learn(one.supplier, one.nameKey, one.organisationNumber ?? undefined)
      this.#known.set(one.supplier, one.personhood)
    }
  }

  place(told: SupplierTold): number {
    const supplier = this.#find(told) ?? -this.fresh.push(told)
    if (told.organisationNumber && supplier > 0 && !this.#numberOf.has(supplier))
      this.numbered.set(supplier, told.organisationNumber)
    this.#learn(supplier, told.nameKey, told.organisationNumber)
    if (told.organisationNumber) this.#toldHere.add(keyOf(told.nameKey, told.organisationNumber))
    const before = this.personhood.get(supplier) ?? this.#known.get(supplier)
    this.personhood.set(supplier, before ? stricter(before, told.personhood) : told.personhood)
    return supplier
  }

  #find({ nameKey, organisationNumber }: SupplierTold): number | undefined {
    const known = [...(this.#byName.get(nameKey) ?? [])]
    const named = known.filter((one) => !this.#isParted(nameKey, one))
    const unnumbered = named.filter((supplier) => !this.#numberOf.has(supplier))
    const only = (found: number[]) => (found.length === 1 ? found[0] : undefined)
    if (!organisationNumber) return this.#rejoined(nameKey, known) ?? only(named) ?? only(unnumbered)
    const isAnother = this.#parted.has(keyOf(nameKey, organisationNumber))
    return this.#byNumber.get(organisationNumber) ?? (isAnother ? undefined : only(unnumbered))
  }

  #isParted(nameKey: string, supplier: number): boolean {
    return this.#parted.has(keyOf(nameKey, this.#numberOf.get(supplier) ?? ''))
  }

  /** A file that tells the name with the number means the number's, whatever was said of the name alone. */
  #rejoined(nameKey: string, known: readonly number[]): number | undefined {
    return known.find(
      (one) => this.#isParted(nameKey, one) && this.#toldHere.has(keyOf(nameKey, this.#numberOf.get(one)!)),
    )
  }

  #learn(supplier: number, nameKey: string, organisationNumber: string | undefined): void {
    this.#byName.set(nameKey, (this.#byName.get(nameKey) ?? new Set()).add(supplier))
    if (!organisationNumber) return
    this.#byNumber.set(organisationNumber, supplier)
    this.#numberOf.set(supplier, organisationNumber)
  }
}

const keyOf = (nameKey: string, number: string): string => `${number} ${nameKey}`
