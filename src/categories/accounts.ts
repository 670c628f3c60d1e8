/**
 * Kommun-Bas, the chart of accounts of Swedish municipalities: its groups of costs, and what a line in each is.
 * Names: Kommun-Bas, account classes 4–8, as published by the municipality of Vilhelmina. The divisions are ours:
 * where a purchase of that group is looked for, and `first` where it is put when its text says nothing.
 */
import type { Citation } from '../kit/cite.js'
import { code, type Code } from './cpv.js'

export const KOMMUN_BAS: Citation = { source: 'Kommun-Bas, kontoklass 4–8', place: 'vilhelmina.se' }

export type AccountKind = 'purchase' | 'not-a-purchase' | 'rent'
export interface AccountGroup {
  readonly from: number
  readonly to: number
  readonly name: string
  readonly kind: AccountKind
  readonly first: Code | undefined
  /** Empty: anywhere. */
  readonly within: readonly Code[]
}

const divisions = (digits: string): Code[] => (digits ? digits.split(' ').map((two) => code(`${two}000000`)) : [])

const group = (at: string, name: string, kind: AccountKind, first = '', others = ''): AccountGroup => {
  const [from = 0, to = from] = at.split('–').map(Number)
  const within = divisions(others && `${first} ${others}`.trim())
  return { from, to, name, kind, first: divisions(first)[0], within }
}

export const ACCOUNT_GROUPS: readonly AccountGroup[] = [
  group('40', 'Inköp av anläggningstillgångar och finansiella omsättningstillgångar', 'purchase'),
  group('41', 'Inköp av anläggnings- och underhållsmaterial', 'purchase', '44', '03 09 14 19 24 31 34 38 39 42 43 45'),
  group('45', 'Lämnade bidrag', 'not-a-purchase'),
  group('46', 'Köp av huvudverksamhet', 'purchase', '85', '55 60 80 90 92 98'),
  group('50–57', 'Löner, ersättningar, sociala avgifter och pensioner', 'not-a-purchase'),
  group('60', 'Lokal- och markhyror', 'rent', '70'),
  group('61', 'Fastighetskostnader och fastighetsentreprenader', 'purchase', '', '45 50 70 71 77 79 90 98'),
  group('62', 'Bränsle, energi, vatten', 'purchase', '', '09 41 65 90'),
  group(
    '63',
    'Hyra och leasing av anläggningstillgångar',
    'purchase',
    '',
    '30 31 32 33 34 39 42 43 44 45 48 50 60 66 72',
  ),
  group(
    '64',
    'Förbrukningsinventarier och förbrukningsmaterial',
    'purchase',
    '',
    '03 15 18 19 22 24 30 31 32 33 34 35 37 38 39 42 44 48',
  ),
  group('65', 'Kontorsmaterial och trycksaker', 'purchase', '30', '22 39 79'),
  group('66', 'Reparationer och underhåll', 'purchase', '50', '45 51 72 98'),
  group('68', 'Tele- och IT-kommunikation samt postbefordran', 'purchase', '64', '30 32 48 72 79'),
  group('69', 'Kostnader för transportmedel', 'purchase', '34', '09 50 60 63 66 71 90'),
  group('70', 'Transporter och resor', 'purchase', '60', '34 55 63 64 90 98'),
  group('71', 'Representation', 'purchase', '55', '15 18 92 79'),
  group('72', 'Annonser, reklam, information', 'purchase', '79', '22 64 92'),
  group('73', 'Försäkringspremier och riskkostnader', 'purchase', '66', '79 90'),
  group('74', 'Övriga främmande tjänster', 'purchase', '', '45 48 50 55 60 63 64 66 71 72 73 75 77 79 80 85 90 92 98'),
  group('75', 'Tillfälligt inhyrd personal', 'purchase', '79', '85 80'),
  group('76', 'Diverse kostnader', 'purchase'),
  group('78–79', 'Realisationsförluster och avskrivningar', 'not-a-purchase'),
  group('80–89', 'Skatter, bidrag, finansiella poster och årets resultat', 'not-a-purchase'),
]

/** Undefined for a code that is no account of classes 4–8 that we know. */
export function groupOf(account: string): AccountGroup | undefined {
  const two = Number(account.slice(0, 2))
  return ACCOUNT_GROUPS.find(({ from, to }) => two >= from && two <= to)
}
