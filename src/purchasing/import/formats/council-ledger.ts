/**
 * What English councils publish of their spending (Local Government Transparency Code 2015, part 2.1): payments over £500,
 * under many column names. Days are written day first. Amounts are in pounds; whether VAT is in them is known only where
 * a column's name says it. A council has no organisation number: it is known by its name.
 *
 *   Body,Name of Body,Date,Transaction number, Amount ,Supplier name,Expense area,Expense type,Expense code
 *   18,Devon County Council,02/02/2026,22061857," 1,550.00 ",ESSENTIAL 6 LIMITED,People and Culture,Fees,A44038
 */
import { refuse, type Refusal } from '../../../kit/refuse.js'
import { say } from '../../../kit/words/index.js'
import { mappedFormat, type Field, type Mapping } from '../mapping/index.js'
import { vatOf } from '../mapping/guess.js'
import { headKey, squeezed } from '../mapping/mapping.js'
import type { BuyerNamed, Head, RowReader, Vat } from '../statement.js'

export interface CouncilOptions {
  /** Whose payments these are, for a file that does not say. What is told stands before the file's own name. */
  readonly buyer?: BuyerNamed
}
export interface CouncilFormat {
  readonly name: 'council-ledger'
  recognises(head: Head): boolean
  /** Why nothing can be read: the file names no council and none was told. */
  refuses(head: Head): Refusal | undefined
  /** As the amount's column says. */
  vat(head: Head): Vat
  reader(head: Head): RowReader
}

const names = (text: string): readonly string[] => text.trim().split(/\s+/)

/**
 * Column names without signs and spaces, the preferred ones first: net before gross, the payment's day before the
 * invoice's. A supplier's id is the council's own, and its VAT number may be a whole group's: neither tells who it is.
 */
const COLUMNS: Partial<Record<Field, readonly string[]>> = {
  buyer:
    names(`nameofbody bodyname organisationname organisation authorityname authority councilname council localauthority
    publicbody entityname entity body`),
  day: names(`paymentdate datepaid dateofpayment paiddate paydate date effectivedate transactiondate posteddate postingdate
    cleareddate datecleared ledgerdate invoicedate`),
  voucher:
    names(`transactionnumber transactionno transno transactionid transactionref transactionreference paymentnumber
    paymentno paymentref paymentreference documentnumber documentno docno internalreference referencenumber reference ref
    invoicenumber invoiceno`),
  invoiceNumber: names('supplierinvoicenumber supplierinvoiceno invoicenumber invoiceno invoicereference'),
  amount:
    names(`netamount netvalue amountnet amountexcludingvat amountexclvat amountexvat amountexcvat netinvoiceamount net amount
    value amountpaid paymentamount invoiceamount lineamount transactionamount grossamount
    amountincludingvat amountinclvat amountincvat gross`),
  supplier:
    names(`suppliername supplierbeneficiaryname supplierbeneficiary beneficiaryname beneficiary supplier vendorname
    vendor payeename payee creditorname creditor merchantname`),
  supplierNumber: names(
    'companynumber companyno companyregistrationnumber companyregistrationno suppliercompanynumber',
  ),
  unit: names(`directorate directoratename servicelabel serviceareacategorisation servicearea servicedivision service
    servicecategorylabel department departmentname division expensearea organisationalunit costcentredescription
    costcentrename businessunit`),
  accountCode: names(`expensecode expensescode expensetypecode accountcode subjectivecode nominalcode glcode ledgercode
    expenditurecode costelement categoryinternalcode`),
  accountText:
    names(`expensetype expensestype expensesdescription expensedescription expenditurecategory expenditurecategories
    expendituretype subjectivedescription subjective accountdescription accountname nominaldescription
    costelementdescription purposeofspend purposeofexpenditure purpose detailedexpensestype narrative description`),
  contract: names('contractnumber contractno contractreference contractref contractid'),
}

export const councilLedger = (options: CouncilOptions = {}): CouncilFormat => ({
  name: 'council-ledger',
  recognises: (head) => mappingFor(head, options) !== undefined,
  refuses: (head) =>
    options.buyer || mappingFor(head, options)?.columns.buyer
      ? undefined
      : refuse(say('purchasing.import.formats.council.noBuyer')),
  vat: (head) => mappingFor(head, options)?.vat ?? 'unknown',
  reader: (head) => {
    const mapping = mappingFor(head, options)
    if (!mapping) throw new Error('The columns are not those of a council ledger')
    return mappedFormat(mapping).reader()
  },
})

/** 'Amount (GBP)' is an amount. */
const POUNDS = /(in)?(gbp|sterling|pounds)$/

/** Undefined when these are not the columns of such a file. */
function mappingFor({ columns }: Head, { buyer }: CouncilOptions): Mapping | undefined {
  const byName = new Map([...columns].reverse().map((column) => [squeezed(column).replace(POUNDS, ''), column.trim()]))
  const found: Mapping['columns'] = {}
  for (const [field, known] of Object.entries(COLUMNS) as [Field, readonly string[]][]) {
    const name = known.find((one) => byName.has(one))
    if (name !== undefined) found[field] = byName.get(name)!
  }
  const account = found.accountText ?? found.accountCode ?? found.unit
  if (!found.supplier || !found.amount || !found.day || !account) return undefined
  return {
    kind: 'ledger',
    headKey: headKey(columns),
    columns: { ...found, ...(found.accountCode ? {} : { accountText: account }) },
    days: { order: 'dmy', six: 'yyyymm', isSerial: false },
    decimal: '.',
    currency: 'GBP',
    vat: vatOf(found.amount),
    ...(buyer ? { buyer: { organisationNumber: buyer.organisationNumber, name: buyer.name } } : {}),
    buyersByName: true,
  }
}
