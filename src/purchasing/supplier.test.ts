import { expect, test } from 'vitest'
import { supplierKey } from './names.js'
import { personOf } from './person.js'
import { placeSuppliers, type SupplierKnown, type SupplierTold } from './supplier.js'

const told = (name: string, organisationNumber?: string): SupplierTold => ({
  name,
  nameKey: supplierKey(name),
  organisationNumber,
  personhood: personOf({ name, organisationNumber }),
})
const known = (supplier: number, name: string, organisationNumber?: string): SupplierKnown => ({
  ...told(name, organisationNumber),
  supplier,
  organisationNumber: organisationNumber ?? null,
})
const ONE = '5565817870'
const TWO = '5561234567'

test.each<[string, SupplierTold[], SupplierKnown[], number[]]>([
  ['one number, two spellings', [told('Alfa AB', ONE), told('ALFA SVERIGE', ONE)], [], [-1, -1]],
  ['one name, two numbers', [told('Alfa AB', ONE), told('Alfa AB', TWO)], [], [-1, -2]],
  ['a name finds the number in its own file', [told('Aktiebolaget Alfa'), told('Alfa AB', ONE)], [], [-1, -1]],
  [
    'a name with two numbers is nobody of them',
    [told('Alfa AB'), told('Alfa AB', ONE), told('Alfa AB', TWO)],
    [],
    [-3, -1, -2],
  ],
  ['a person and a company of one name are two', [told('Karin Lomberg'), told('Karin Lomberg AB')], [], [-1, -2]],
  ['a known name without a number learns it', [told('Alfa AB', ONE)], [known(7, 'ALFA AKTIEBOLAG')], [7]],
  ['a known number keeps its supplier', [told('Beta AB', ONE)], [known(7, 'Alfa AB', ONE)], [7]],
  ['a second number of a known name is new', [told('Alfa AB', TWO)], [known(7, 'Alfa AB', ONE)], [-1]],
])('%s', (_, file, before, expected) => {
  expect(placeSuppliers(file, before).suppliers).toEqual(expected)
})

test('a number learned is told once, and what was careful stays so until then', () => {
  const careful = known(7, 'Sweatech')
  expect(placeSuppliers([told('Sweatech')], [careful]).personhood.get(7)?.mayPublish).toBe(false)
  const placed = placeSuppliers([told('Sweatech', ONE)], [careful])
  expect([placed.numbered.get(7), placed.personhood.get(7)?.mayPublish]).toEqual([ONE, true])
})

test.each<[string, SupplierTold[], SupplierKnown[], number[]]>([
  ['a name alone is new', [told('Alfa AB')], [known(7, 'Alfa AB', ONE)], [-1]],
  ['and then known', [told('Alfa AB')], [known(7, 'Alfa AB', ONE), known(8, 'Alfa AB')], [8]],
  ['the number does not take it over', [told('Alfa AB', ONE)], [known(8, 'Alfa AB')], [-1]],
  ['another number may', [told('Alfa AB', TWO)], [known(8, 'Alfa AB')], [8]],
  ['a file that tells both means one', [told('Alfa AB'), told('Alfa AB', ONE)], [known(7, 'Alfa AB', ONE)], [7, 7]],
])('a name that was parted from a number: %s', (_, file, before, expected) => {
  const parted = [{ nameKey: supplierKey('Alfa AB'), organisationNumber: ONE }]
  expect(placeSuppliers(file, before, parted).suppliers).toEqual(expected)
})
