/**
 * What columns of contract registers and ledgers are usually called, in Swedish, English and short, and what should stand
 * in them. A register that heads a column otherwise is met by adding its word here.
 */

export const KINDS = ['contract-register', 'ledger'] as const
export type MappingKind = (typeof KINDS)[number]

export const FIELDS = [
  ...(['buyer', 'buyerNumber', 'supplier', 'supplierNumber'] as const),
  ...([
    'number',
    'caseNumber',
    'procurementReference',
    'title',
    'startsOn',
    'endsOn',
    'lastEndsOn',
    'extensions',
  ] as const),
  ...(['noticeMonths', 'ceiling', 'responsible', 'callers', 'category', 'ownCategory', 'agreement'] as const),
  ...(['voucher', 'accountCode', 'accountText', 'amount', 'day', 'unit', 'invoiceNumber', 'contract'] as const),
  'currency',
] as const
export type Field = (typeof FIELDS)[number]
export type Form = 'number' | 'day' | 'amount' | 'months' | 'cpv' | 'words' | 'any'

export interface Known {
  readonly kinds: readonly MappingKind[]
  readonly form: Form
  /** Each without signs, accents and spaces; the usual ones first. */
  readonly names: readonly string[]
}
const names = (text: string): readonly string[] => text.trim().split(/\s+/)
const REGISTER = ['contract-register'] as const
const LEDGER = ['ledger'] as const
const BOTH = ['contract-register', 'ledger'] as const

export const KNOWN: Readonly<Record<Field, Known>> = {
  buyer: {
    kinds: BOTH,
    form: 'words',
    names:
      names(`kopare koparenamn namnforkopare kopartext koparetext upphandlandemyndighet myndighet bolag kommun kund avtalsagare
      buyer buyername contractingauthority authority organisation organisationname nameofbody bodyname body`),
  },
  buyerNumber: {
    kinds: BOTH,
    form: 'number',
    names:
      names(`kopareid organisationsnummerforkopare orgnrforkopare orgnrkopare kopareorgnr koparensorgnr koparensorganisationsnummer kopareorganisationsnummer kundensorgnr
      bestallarensorganisationsnummer myndighetensorganisationsnummer buyerid buyernumber buyerorgno organisationcode`),
  },
  supplier: {
    kinds: BOTH,
    form: 'words',
    names:
      names(`leverantor namnforleverantor leverantorsnamn leverantorensnamn leverantorer lev levnamn avtalspart motpart entreprenor
      foretag supplier suppliername vendor vendorname contractor beneficiary beneficiaryname payee merchantname`),
  },
  supplierNumber: {
    kinds: BOTH,
    form: 'number',
    names:
      names(`leverantorid leverantorsid organisationsnummerforleverantor organisationsnummer organisationsnr orgnr orgnummer orgno leverantororgnr
      leverantorsorgnr leverantorsorganisationsnummer leverantorensorganisationsnummer levorgnr supplierorgno
      suppliernumber supplierorganisationnumber organisationnumber organizationnumber companynumber
      companyregistrationnumber`),
  },
  number: {
    kinds: REGISTER,
    form: 'any',
    names: names(`avtalsnummer avtalsnr avtalnr avtalsid avtalid avtnr avtid avtalsreferens avtalsbeteckning
      kontraktsnummer kontraktsnr kontraktsid contractnumber contractno contractnr contractid contractref
      contractreference agreementnumber agreementid`),
  },
  caseNumber: {
    kinds: REGISTER,
    form: 'any',
    names: names(`diarienummer diarienr dnr diarie arendenummer arendenr arende arendeid casenumber caseno caseid
      casereference referensnummer refnr`),
  },
  procurementReference: {
    kinds: REGISTER,
    form: 'any',
    names: names(`upphandling upphandlingsid upphandlingsnummer upphandlingsnr upphandlingsreferens procurement
      procurementid procurementreference tenderreference tendernumber`),
  },
  title: {
    kinds: REGISTER,
    form: 'words',
    names: names(`titel avtalstitel avtalsnamn avtalsbenamning avtalsrubrik benamning rubrik avtal avtalet beskrivning
      avtalsbeskrivning namn title contracttitle contractname contract agreementtitle name description subject`),
  },
  startsOn: {
    kinds: REGISTER,
    form: 'day',
    names: names(`start startdatum startdag avtalsstart avtalsstartdatum avtalstart fran frandatum from fromdatum fom
      giltigfran giltigtfran gallerfran gallerfrom avtalfrom avtalstidfrom avtalsperiodfran borjar startdate contractstart
      contractstartdate starts validfrom commencementdate effectivedate`),
  },
  endsOn: {
    kinds: REGISTER,
    form: 'day',
    names: names(`slut slutdatum slutdag avtalsslut avtalsslutdatum avtalslut till tilldatum tom tomdatum giltigtill
      giltigttill gallertill gallertom avtaltom avtalstidtom avtalsperiodtill upphor utgar utgangsdatum loperut enddate
      contractend contractenddate ends expires expirydate validto validuntil`),
  },
  lastEndsOn: {
    kinds: REGISTER,
    form: 'day',
    names: names(`slutdatuminkloption slutdatuminkloptioner slutdatuminklforlangning slutdatuminklforlangningar
      slutdatummedoption slutdatummedoptioner slutinkloption slutinkloptioner slutinklforlangning maxslutdatum
      maximaltslutdatum senasteslutdatum sistaslutdatum langsttill langsttom maxtom lastpossibleend maximumenddate
      enddateincludingextensions enddateinclextensions enddatewithextensions latestenddate`),
  },
  extensions: {
    kinds: REGISTER,
    form: 'months',
    names: names(`forlangning forlangningar forlangningmanader forlangningman forlangningsoption forlangningsoptioner
      forlangningsmojlighet forlangningsmojligheter forlangningsklausul forlangningsvillkor option optioner optionsar
      forl forlman avtalstid avtalsperiod avtalslangd extension extensions extensionoptions extensionclause
      extensionmonths options optionyears contractterm term`),
  },
  noticeMonths: {
    kinds: REGISTER,
    form: 'months',
    names: names(`uppsagning uppsagningmanader uppsagningman uppsagningstid uppsagningstidman uppsagningstidmanader
      uppsagningsperiod uppstid uppsman notice noticeperiod noticemonths noticeperiodmonths terminationnotice`),
  },
  ceiling: {
    kinds: REGISTER,
    form: 'amount',
    names: names(`takbelopp takvolym takvarde tak maxbelopp maxvarde maximaltvarde avtalsvarde kontraktsvarde
      kontraktssumma avtalssumma uppskattatvarde totalvarde varde ceiling ceilingamount maximumvalue contractvalue
      totalvalue estimatedvalue value`),
  },
  responsible: {
    kinds: REGISTER,
    form: 'words',
    names: names(`ansvarig avtalsansvarig avtalsforvaltare avtalscontroller handlaggare upphandlare upphandlingsansvarig
      kategoriansvarig kontaktperson agare responsible contractmanager contractowner owner contact buyercontact`),
  },
  callers: {
    kinds: REGISTER,
    form: 'words',
    names: names(`avropsberattigade avropsberattigad avropare avropandeenheter omfattade omfattadeenheter deltagare
      bestallare bestallandeenhet forvaltning forvaltningar enhet verksamhet callers whomaycalloff authorisedusers
      authorizedusers coveredbodies participants department`),
  },
  category: {
    kinds: REGISTER,
    form: 'cpv',
    names: names('cpv cpvkod cpvkoder huvudcpv huvudsakligcpvkod cpvcode cpvcodes maincpv'),
  },
  ownCategory: {
    kinds: REGISTER,
    form: 'words',
    names:
      names(`kategori egenkategori inkopskategori avtalskategori huvudkategori kategoriomrade avtalsomrade omrade varugrupp
      produktgrupp inkopsomrade category owncategory purchasingcategory segment spendcategory`),
  },
  agreement: {
    kinds: REGISTER,
    form: 'words',
    names: names('typ avtalstyp typavavtal avtalsform kontraktstyp type agreementtype contracttype kindofagreement'),
  },
  voucher: {
    kinds: LEDGER,
    form: 'any',
    names: names(`verifikationsnummer verifikationsnr verifikation verifikat verifikatnr vernr ver verid lopnummer lopnr
      voucher vouchernumber voucherno transactionnumber transactionno transactionid transaktionsnummer transno
      paymentreference documentnumber`),
  },
  accountCode: {
    kinds: LEDGER,
    form: 'any',
    names:
      names(`kontonr kontonummer kontokod konto account accountcode accountnumber accountno expensecode expensescode
      costcode glcode nominalcode`),
  },
  accountText: {
    kinds: LEDGER,
    form: 'words',
    names: names(`kontotext kontonamn kontobenamning kontobeskrivning ktotext accounttext accountname accountdescription
      expensetype expensestype expensedescription purpose costtype`),
  },
  amount: {
    kinds: LEDGER,
    form: 'amount',
    names:
      names(`beloppexklmoms beloppexmoms beloppexklusivemoms nettobelopp belopp summaexklmoms summa netto sek kronor
      netamount amountexcludingvat amountexclvat amountexvat amount net beloppinklmoms beloppinklusivemoms bruttobelopp
      grossamount amountincludingvat amountinclvat gross`),
  },
  day: {
    kinds: LEDGER,
    form: 'day',
    names: names(`bokforingsdatum bokforingsdag bokfdatum bokford verifikationsdatum verdatum verdat transaktionsdatum
      transdatum datum period bookingdate postingdate transactiondate paymentdate datepaid date fakturadatum
      invoicedate`),
  },
  unit: {
    kinds: LEDGER,
    form: 'words',
    names: names(`forvaltning forvaltningsnamn enhet enhetsnamn namnd avdelning ansvarstext ansvar verksamhet
      verksamhetstext organisationsenhet directorate department servicearea service unit costcentre costcenter`),
  },
  invoiceNumber: {
    kinds: LEDGER,
    form: 'any',
    names: names('fakturanummer fakturanr faktura fakturaid invoicenumber invoiceno invoice invoiceid'),
  },
  contract: {
    kinds: LEDGER,
    form: 'any',
    names: names(`avtal avtalsnummer avtalsnr avtalsid kontrakt contract contractnumber contractno contractid
      contractreference`),
  },
  currency: { kinds: BOTH, form: 'any', names: names('valuta valutakod currency currencycode') },
}

const OF_BUYER = /kopare|buyer|bestallar|kund|myndighet|authority/
const OF_SUPPLIER = /leverantor|supplier|vendor|entreprenor|avtalspart|motpart/
/** What a column says of the other party cannot be meant by a field of this one, however it looks. */
export const OTHER_PARTY: Partial<Record<Field, RegExp>> = {
  buyer: OF_SUPPLIER,
  buyerNumber: OF_SUPPLIER,
  supplier: OF_BUYER,
  supplierNumber: OF_BUYER,
}

export const fieldsOfKind = (kind: MappingKind): Field[] => FIELDS.filter((field) => KNOWN[field].kinds.includes(kind))

/** Without these no row can be read; of those in one group any will do. The buyer may also be told for the whole file. */
export const NEEDED: Readonly<Record<MappingKind, readonly (readonly Field[])[]>> = {
  'contract-register': [
    ['number', 'caseNumber', 'procurementReference'],
    ['title', 'ownCategory'],
    ['supplier'],
    ['buyer'],
    ['buyerNumber'],
  ],
  ledger: [['supplier'], ['amount'], ['day'], ['accountCode', 'accountText'], ['buyer'], ['buyerNumber']],
}
