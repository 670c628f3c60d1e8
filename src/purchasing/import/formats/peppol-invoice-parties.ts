/** Who sold, who bought and where it was delivered, as an invoice's parties say. No contact person is ever read. */
import type { DeliveredTo } from '../invoice-line.js'
import { peopleServedIn } from '../../../categories/index.js'
import { personOf } from '../../person.js'
import { organisationNumber } from '../fields.js'
import { withoutPersonal } from '../mapping/free-text.js'
import { isPersonal, isWithheld } from '../masking.js'
import type { SupplierNamed } from '../statement.js'
import type { Part } from './peppol-invoice-xml.js'

export interface Party {
  readonly name: string | undefined
  readonly number: string | undefined
  /** A number of this party has the form of a personal identity number. */
  readonly isPerson: boolean
}

/** An identifier, and the register it stands in (ISO 6523), where that is said. */
interface Identifier {
  readonly value: string
  readonly scheme: string | undefined
}

/** By its number in the register of companies, else its VAT number, else the number it receives invoices by. */
export function partyOf(party: Part): Party {
  const identifiers = [
    ...party.all('PartyLegalEntity/CompanyID').map(identifier),
    ...party
      .named('PartyTaxScheme')
      .filter(isVat)
      .flatMap((tax) => tax.named('CompanyID').map(identifier)),
    ...[...party.all('PartyIdentification/ID'), ...party.named('EndpointID')].map(identifier).filter(isRegistered),
  ]
  return {
    name: party.textAt('PartyLegalEntity/RegistrationName') ?? party.textAt('PartyName/Name'),
    number: identifiers.map(numberOf).find((number) => number !== undefined),
    isPerson: identifiers.some(isPersonsNumber),
  }
}

/** A natural person loses both name and number. */
export function supplierNamed(party: Party, name: string): SupplierNamed {
  if (party.isPerson) return { name: undefined }
  return {
    name: isWithheld(name) ? undefined : name,
    ...(party.number === undefined ? {} : { organisationNumber: party.number }),
  }
}

const identifier = (part: Part): Identifier => ({
  value: part.text.trim(),
  scheme: part.attributes.get('schemeID'),
})
const isVat = (tax: Part) => tax.textAt('TaxScheme/ID') === 'VAT'

/** Global location numbers name places, and several of them one company. */
const LOCATION = '0088'
const isRegistered = ({ scheme }: Identifier) => /^[09]\d{3}$/.test(scheme ?? '') && scheme !== LOCATION

/** Swedish VAT numbers are the organisation number between SE and two digits. */
const SWEDISH_VAT = /^SE(\d{10})\d{2}$/
const SWEDISH = new Set([undefined, '0007', '9955'])

function numberOf({ value, scheme }: Identifier): string | undefined {
  if (value === '' || scheme === LOCATION) return undefined
  const plain = value.replace(/\s/g, '').toUpperCase()
  const vat = SWEDISH_VAT.exec(plain)?.[1]
  return vat ?? (SWEDISH.has(scheme) ? organisationNumber(plain) : undefined) ?? plain
}

function isPersonsNumber({ value, scheme }: Identifier): boolean {
  const plain = value.replace(/\s/g, '').toUpperCase()
  return SWEDISH.has(scheme) && isPersonal(SWEDISH_VAT.exec(plain)?.[1] ?? plain)
}

/** Where it went; a place that may be somebody's home is left out, and then `mayBeHome`. */
export function deliveryOf(invoice: readonly Part[]): { deliveredTo?: DeliveredTo; mayBeHome: boolean } {
  const delivery = invoice.find(({ name }) => name === 'Delivery')
  const name = delivery?.textAt('DeliveryParty/PartyName/Name')
  const id = delivery?.textAt('DeliveryLocation/ID')
  const street = delivery?.textAt('DeliveryLocation/Address/StreetName')
  const isLocation = delivery?.one('DeliveryLocation/ID')?.attributes.get('schemeID') === LOCATION
  const mayBeHome = name === undefined ? street !== undefined && id === undefined : isPersonsName(name)
  const kept = mayBeHome
    ? { ...(id && isLocation ? { id } : {}) }
    : { ...(name ? { name: withoutPersonal(name) } : {}), ...(id ? { id } : {}), ...(street ? { street } : {}) }
  return { ...(Object.keys(kept).length > 0 ? { deliveredTo: kept } : {}), mayBeHome }
}

/** A unit may bear a given name ('Förskolan Karin'): the people it serves then tell that it is none. */
function isPersonsName(name: string): boolean {
  const { kind, because } = personOf({ name })
  const looks = kind === 'person' || PERSONAL_NAMES.has(because.key)
  return looks && peopleServedIn(name).length === 0
}
const PERSONAL_NAMES: ReadonlySet<string> = new Set(['purchasing.person.givenName', 'purchasing.person.initials'])
