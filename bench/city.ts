/** A large invented city for benchmarks: a ledger of any length over three years and a register of contracts. */
import { sourceOfBytes, type Source } from '../src/purchasing/index.js'

const HEAD =
  'kopare_id;kopare;verifikationsnummer;leverantor;leverantor_id;konto_nr;konto_text;belopp;datum;forvaltning;fakturanummer;grund;avtal;kommun_id;s_kod_nr'
const SUPPLIERS = 5000
const ACCOUNTS = [
  ...['6421;Livsmedel', '6411;Kontorsmaterial', '6181;Städning', '6212;Elavgifter', '6951;Drivmedel'],
  ...['7411;Konsulter', '7511;Inhyrd personal', '6431;Arbetskläder', '6441;Möbler', '6651;Reparation av maskiner'],
  ...['7011;Skolskjuts', '6851;Telefoni', '7431;Bevakning', '6461;Läromedel', '6471;Sjukvårdsmaterial'],
  ...['4641;Placering HVB', '4511;Bidrag till föreningar', '6011;Lokalhyra', '6131;Snöröjning', '6521;Trycksaker'],
]

const two = (number: number): string => String(number).padStart(2, '0')
/** Numbers of ten digits with a form that no company has: the check digit is not worked out. */
const numberOf = (supplier: number): string => `99${String(90_000_000 + supplier)}`

/** Between 0 and 1, the same for the same line. */
const drawn = (at: number): number => (Math.imul(at, 2_654_435_761) >>> 0) / 4_294_967_296

/**
 * Line `at` of a ledger of so many, in the order of days. As in the payments of a county council (Devon, March 2026: 854
 * suppliers, 3,546 lines), the largest supplier has an eighth of the lines and a tenth of them have three fifths, and what
 * is bought of one stands on few accounts. There a month has a third as many sums as lines, here half as many.
 */
function line(at: number, lines: number): string {
  const day = Math.floor((at / lines) * 1095)
  const on = new Date(Date.UTC(2023, 10, 1 + day))
  const supplier = Math.floor(SUPPLIERS * drawn(at) ** 4)
  const date = `${on.getUTCFullYear()}-${two(on.getUTCMonth() + 1)}-${two(on.getUTCDate())}`
  const account = ACCOUNTS[(supplier + (at % 3 === 0 ? 1 : 0)) % ACCOUNTS.length]!
  const contract = at % 14 === 0 ? `A-${supplier * 4}` : ''
  const unit = (supplier + (at % 8 === 0 ? at : at % 2)) % 12
  return `2120001355;Storstad;V${Math.floor(at / 2)};Firman ${supplier} AB;${numberOf(supplier)};${account};${at % 9000},${two(at % 100)};${date};Förvaltning ${unit};F${at};;${contract};0180;`
}

export const ledger = (lines: number): Source => ({
  name: 'ledger.csv',
  read: async function* () {
    yield Buffer.from(`${HEAD}\n`)
    for (let from = 0; from < lines; from += 1000) {
      const count = Math.min(1000, lines - from)
      yield Buffer.from(Array.from({ length: count }, (_, at) => `${line(from + at, lines)}\n`).join(''))
    }
  },
})

export const REGISTER_HEAD =
  'avtalsnummer,upphandling,kopare_id,kopare,titel,leverantor,leverantor_id,cpv,start,slut,forlangning_manader,uppsagning_manader,takbelopp,typ'
const CPV = ['15000000', '30190000', '90910000', '09310000', '09130000', '79410000', '79620000', '18110000', '39100000']

export function register(contracts: number): Source {
  const rows = Array.from({ length: contracts }, (_, at) => {
    const supplier = Math.floor(at / 4) % SUPPLIERS
    const ends = `${2024 + (at % 5)}-${two((at % 12) + 1)}-28`
    return `A-${at},U-${at},2120001355,Storstad,Avtal nummer ${at},Firman ${supplier} AB,${numberOf(supplier)},${CPV[at % CPV.length]},2022-01-01,${ends},12+12,6,${(at % 90) + 10}00000,ramavtal`
  })
  return sourceOfBytes('register.csv', Buffer.from([REGISTER_HEAD, ...rows, ''].join('\n')))
}
