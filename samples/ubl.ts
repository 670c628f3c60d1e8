/** One invoice or credit note in UBL 2.1 by Peppol BIS Billing 3. Amounts on a credit note are written as positive. */
import type { Line } from './goods.js'

export interface Party {
  readonly name: string
  readonly id: string
}
export interface Document {
  readonly number: string
  readonly issued: string
  readonly due: string
  readonly delivered: string
  readonly isCredit: boolean
  readonly seller: Party
  readonly buyer: Party
  /** Whose reference it is: the buyer's code for the unit. */
  readonly reference: string
  readonly order: string
  readonly contract: string
  readonly place: { readonly name: string; readonly address: string; readonly postcode: string }
  /** Per cent. */
  readonly vat: number
  readonly lines: readonly Line[]
}

const NAMESPACE = 'urn:oasis:names:specification:ubl:schema:xsd'
const BIS =
  '<cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</cbc:CustomizationID>' +
  '<cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>'
const TOWN = 'Älvhamn'

export function ubl(of: Document): string {
  const kind = of.isCredit ? 'CreditNote' : 'Invoice'
  const net = of.lines.reduce((sum, line) => sum + line.net, 0)
  const vat = Math.round((net * of.vat) / 100)
  return `<?xml version="1.0" encoding="UTF-8"?>
<${kind} xmlns="${NAMESPACE}:${kind}-2" xmlns:cac="${NAMESPACE}:CommonAggregateComponents-2" xmlns:cbc="${NAMESPACE}:CommonBasicComponents-2">
${BIS}
${head(of)}
<cac:AccountingSupplierParty>${party(of.seller)}</cac:AccountingSupplierParty>
<cac:AccountingCustomerParty>${party(of.buyer)}</cac:AccountingCustomerParty>
${delivery(of)}
<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cbc:PaymentID>${text(of.number)}</cbc:PaymentID></cac:PaymentMeans>
${totals(of, net, vat)}
${of.lines.map((line, place) => item(of, line, place + 1)).join('\n')}
</${kind}>
`
}

const head = (of: Document): string =>
  [
    `<cbc:ID>${text(of.number)}</cbc:ID><cbc:IssueDate>${of.issued}</cbc:IssueDate>`,
    of.isCredit
      ? '<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>'
      : `<cbc:DueDate>${of.due}</cbc:DueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>`,
    `<cbc:DocumentCurrencyCode>SEK</cbc:DocumentCurrencyCode><cbc:BuyerReference>${text(of.reference)}</cbc:BuyerReference>`,
    of.order && `<cac:OrderReference><cbc:ID>${text(of.order)}</cbc:ID></cac:OrderReference>`,
    of.contract &&
      `<cac:ContractDocumentReference><cbc:ID>${text(of.contract)}</cbc:ID></cac:ContractDocumentReference>`,
  ].join('')

/** Organisation numbers: 0007 in the list of electronic addresses; the VAT number is made of it. */
const party = ({ name, id }: Party): string =>
  `<cac:Party><cbc:EndpointID schemeID="0007">${id}</cbc:EndpointID><cac:PartyName><cbc:Name>${text(name)}</cbc:Name></cac:PartyName>` +
  '<cac:PostalAddress><cac:Country><cbc:IdentificationCode>SE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>' +
  `<cac:PartyTaxScheme><cbc:CompanyID>SE${id}01</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>` +
  `<cac:PartyLegalEntity><cbc:RegistrationName>${text(name)}</cbc:RegistrationName><cbc:CompanyID schemeID="0007">${id}</cbc:CompanyID></cac:PartyLegalEntity></cac:Party>`

const delivery = ({ delivered, place }: Document): string =>
  `<cac:Delivery><cbc:ActualDeliveryDate>${delivered}</cbc:ActualDeliveryDate>` +
  `<cac:DeliveryLocation><cac:Address><cbc:StreetName>${text(place.address)}</cbc:StreetName><cbc:CityName>${TOWN}</cbc:CityName>` +
  `<cbc:PostalZone>${place.postcode}</cbc:PostalZone><cac:Country><cbc:IdentificationCode>SE</cbc:IdentificationCode></cac:Country></cac:Address></cac:DeliveryLocation>` +
  `<cac:DeliveryParty><cac:PartyName><cbc:Name>${text(place.name)}</cbc:Name></cac:PartyName></cac:DeliveryParty></cac:Delivery>`

const totals = (of: Document, net: number, vat: number): string =>
  `<cac:TaxTotal>${money('TaxAmount', vat)}<cac:TaxSubtotal>${money('TaxableAmount', net)}${money('TaxAmount', vat)}` +
  `<cac:TaxCategory>${category(of.vat)}</cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>` +
  `<cac:LegalMonetaryTotal>${money('LineExtensionAmount', net)}${money('TaxExclusiveAmount', net)}` +
  `${money('TaxInclusiveAmount', net + vat)}${money('PayableAmount', net + vat)}</cac:LegalMonetaryTotal>`

function item(of: Document, line: Line, place: number): string {
  const [kind, quantity] = of.isCredit ? ['CreditNoteLine', 'CreditedQuantity'] : ['InvoiceLine', 'InvoicedQuantity']
  return (
    `<cac:${kind}><cbc:ID>${place}</cbc:ID><cbc:${quantity} unitCode="${line.unit}">${line.quantity}</cbc:${quantity}>` +
    `${money('LineExtensionAmount', line.net)}<cac:Item><cbc:Name>${text(line.name)}</cbc:Name>` +
    `<cac:SellersItemIdentification><cbc:ID>${line.article}</cbc:ID></cac:SellersItemIdentification>${classified(line)}` +
    `<cac:ClassifiedTaxCategory>${category(of.vat)}</cac:ClassifiedTaxCategory></cac:Item>` +
    `<cac:Price>${money('PriceAmount', line.price)}</cac:Price></cac:${kind}>`
  )
}

/** UNTDID 7143: STI is CPV, SA the seller's own number for a kind of goods. */
function classified({ cpv, own }: Line): string {
  const [list, code] = cpv ? ['STI', cpv] : ['SA', own]
  return code
    ? `<cac:CommodityClassification><cbc:ItemClassificationCode listID="${list}">${text(code)}</cbc:ItemClassificationCode></cac:CommodityClassification>`
    : ''
}

const category = (rate: number) =>
  `<cbc:ID>S</cbc:ID><cbc:Percent>${rate}</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>`
const money = (element: string, öre: number) =>
  `<cbc:${element} currencyID="SEK">${(öre / 100).toFixed(2)}</cbc:${element}>`
const text = (of: string) => of.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
