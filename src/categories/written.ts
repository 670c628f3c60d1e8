/**
 * CPV codes as people and files write them: '39100000-3', '39100000 Möbler', '39.10.00.00', the prefix '391',
 * and '3100000', where a spreadsheet ate the first zero of 03100000.
 */
import { refuse, type Refusal } from '../kit/refuse.js'
import { say, type Message } from '../kit/words/index.js'
import { categoryOf, isCode, type Code } from './cpv.js'

export interface WrittenCode {
  readonly code: Code
  /** Something to tell whoever wrote it: a wrong check digit, a lost zero. The code stands all the same. */
  readonly problem?: Message
}

const FORM = /^\s*(?:cpv[^\d]{0,8})?(\d{2}([. ])\d{2}\2\d{2}\2\d{2}|\d{2,9})(?:\s*[-–]\s*(\d)(?!\d))?(?![\d])/i

export function readCode(written: string): WrittenCode | Refusal {
  const match = FORM.exec(written)
  const shown = written.trim().slice(0, 60)
  if (!match?.[1]) return refuse(say('categories.code.unreadable', { written: shown }))
  const run = match[1].replace(/[. ]/g, '')
  const digits = run.length === 9 ? run.slice(0, 8) : run
  const check = run.length === 9 ? run.slice(8) : match[3]
  const found = inTree(digits, check !== undefined)
  if (!found) return refuse(say('categories.code.unknown', { written: shown }))
  const problem = problemOf(found, digits, check)
  return problem ? { code: found, problem } : { code: found }
}

/** Seven digits that end in a zero, or carry a check digit, are a code that lost its first zero, not a prefix. */
function inTree(digits: string, checked: boolean): Code | undefined {
  const padded = digits.padEnd(8, '0')
  const restored = `0${digits}`
  const lostZero = digits.length === 7 && (checked || digits.endsWith('0'))
  const forms = digits.length !== 7 ? [padded] : lostZero ? [restored, padded] : [padded, restored]
  return forms.find(isCode)
}

function problemOf(code: Code, digits: string, check: string | undefined): Message | undefined {
  const right = categoryOf(code).check
  if (check !== undefined && Number(check) !== right) return say('categories.code.checkDigit', { code, check, right })
  if (digits.length === 7 && code.startsWith('0')) return say('categories.code.lostZero', { written: digits, code })
  return undefined
}
