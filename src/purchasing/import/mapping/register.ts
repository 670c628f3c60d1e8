/** A row of a contract register, read through a mapping. */
import { readCode, type Code } from '../../../categories/index.js'
import { addDays, addMonths, type Day } from '../../../kit/day.js'
import { refused } from '../../../kit/refuse.js'
import { say } from '../../../kit/words/index.js'
import { folded, given } from '../fields.js'
import type { ContractStatement } from '../statement.js'
import { extensionMonths, type Unit } from './extension.js'
import { buyerIn, supplierIn, type MappedRow } from './row.js'
import { monthsIn } from './written.js'

export interface MappedContract extends ContractStatement {
  /** In the buyer's register of cases. */
  readonly caseNumber?: string
  /** The buyer's own word for what it is. */
  readonly ownCategory?: string
  /** Who answers for the contract at the buyer, as written. Internal. */
  readonly responsible?: string
  /** As written; the months are empty where it could not be read for certain, and a note says so. */
  readonly extensionClause?: string
}

export function contractIn(row: MappedRow): MappedContract {
  const number =
    row.text('number') ?? row.text('caseNumber') ?? row.text('procurementReference') ?? row.needed('number')
  const startsOn = row.dayIfKnown('startsOn')
  const endsOn = row.dayIfKnown('endsOn')
  if (startsOn && endsOn && endsOn < startsOn)
    row.note('endsOn', say('purchasing.import.mapping.endBeforeStart', { start: startsOn, end: endsOn }))
  return {
    kind: 'contract',
    place: row.place,
    buyer: buyerIn(row),
    number,
    ...given('procurementReference', row.text('procurementReference')),
    ...given('caseNumber', row.text('caseNumber')),
    title: row.text('title') ?? row.text('ownCategory') ?? row.needed('title'),
    ...given('category', categoryIn(row)),
    ...given('ownCategory', row.text('ownCategory')),
    ...given('agreement', agreementIn(row)),
    supplier: supplierIn(row),
    ...given('startsOn', startsOn),
    ...given('endsOn', endsOn),
    extensionMonths: extensionsIn(row, startsOn, endsOn),
    ...given('extensionClause', row.text('extensions')),
    ...given('noticeMonths', noticeIn(row)),
    ...given('ceiling', ceilingIn(row)),
    ...given('responsible', row.text('responsible')),
    callers: callersIn(row.text('callers') ?? ''),
  }
}

/** By its clause; where that cannot be read, by the last possible end, as one extension. */
function extensionsIn(row: MappedRow, startsOn: Day | undefined, endsOn: Day | undefined): readonly number[] {
  const clause = row.written('extensions')
  const term = startsOn && endsOn && monthsBetween(startsOn, endsOn)
  const { months, because } = extensionMonths(clause, { term, unit: unitIn(row.column('extensions')) })
  if (clause && months) return months
  const last = row.dayIfKnown('lastEndsOn')
  const more = endsOn && last && last > endsOn ? monthsBetween(addDays(endsOn, 1), last) : undefined
  if (more) return [more]
  if (!months) row.note('extensions', because)
  return months ?? []
}

/** Whole months from a first day to a last one, whether the last day counts or not; undefined when they are not whole. */
export function monthsBetween(from: Day, to: Day): number | undefined {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number)
  const about = (toYear - fromYear) * 12 + toMonth - fromMonth
  return [about, about + 1].find((months) => {
    const next = addMonths(from, months)
    return months > 0 && (next === to || next === addDays(to, 1))
  })
}

/** 'Förlängning (mån)' gives bare figures their unit. */
function unitIn(column: string | undefined): Unit | undefined {
  const words = folded(column ?? '').split(/[^a-z]+/)
  if (words.some((word) => /^(man|manad|manader|months?)$/.test(word))) return 'months'
  return words.some((word) => /^(ar|optionsar|years?)$/.test(word)) ? 'years' : undefined
}

function noticeIn(row: MappedRow): number | undefined {
  const written = row.written('noticeMonths')
  if (!written) return undefined
  const months = monthsIn(written)
  if (months === undefined)
    row.note('noticeMonths', say('purchasing.import.mapping.notNotice', row.shown('noticeMonths')))
  return months
}

function ceilingIn(row: MappedRow): number | undefined {
  if (!row.written('ceiling')) return undefined
  const amount = row.amount('ceiling')
  if (amount === undefined) row.note('ceiling', say('purchasing.import.mapping.notCeiling', row.shown('ceiling')))
  return amount
}

/** The first of several codes. */
function categoryIn(row: MappedRow): Code | undefined {
  const written = row.written('category')
  if (!written) return undefined
  const read = readCode(written.split(/[;,\n]/)[0]!.trim())
  if (refused(read)) row.note('category', say('purchasing.import.notCategory', row.shown('category')))
  else if (read.problem) row.note('category', read.problem)
  return refused(read) ? undefined : read.code
}

function agreementIn(row: MappedRow): 'framework' | 'contract' | undefined {
  const written = row.written('agreement')
  if (/ramavtal|framework/i.test(written)) return 'framework'
  if (/kontrakt|contract|avtal|agreement|avrop|call-off/i.test(written)) return 'contract'
  if (written) row.note('agreement', say('purchasing.import.mapping.notAgreement', row.shown('agreement')))
  return undefined
}

/** Divided by semicolons or lines; by commas where there is no other mark. */
const callersIn = (text: string): string[] =>
  text
    .split(/[;\n]/.test(text) ? /[;\n]/ : /,/)
    .map((name) => name.trim())
    .filter(Boolean)
