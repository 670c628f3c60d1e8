/**
 * Ways to build a contract, compared by what a supplier can count on. An option is the buyer's right: it counts as nothing
 * in the sure term. What the law allows comes from outside and is not judged here.
 */
import { say, type Message } from '../../kit/words/index.js'
import { breakEvenInvestment, netPresentValue, paybackYears, type Supply } from './supplier.js'

export type StructureKind = 'framework' | 'callOff' | 'longerFramework' | 'contract' | 'partnership' | 'lots'

/** The longest lawful whole term: years, no fixed limit, or unknown until the law's questions are answered. */
export type LongestLawful = number | 'noLimit' | 'unknown'

export interface Structure {
  readonly kind: StructureKind
  /** Years that bind both from the start. */
  readonly sureYears: number
  /** Years that may be added, one after the other. */
  readonly optionYears: readonly number[]
  readonly longestLawful: LongestLawful
  /** How much of the yearly contribution it brings: 1, or a lot's share. */
  readonly share: number
}

/** The years that only the parties can tell; a structure that needs one that is missing is not made. */
export interface Lengths {
  readonly callOffYears?: number
  readonly longerYears?: number
  readonly partnership?: { readonly firstPhaseYears: number; readonly laterYears: readonly number[] }
  /** One of two lots: who wins it has its share and no more. */
  readonly lot?: { readonly years: number; readonly share: number }
}
export type Lawful = Readonly<Record<StructureKind, LongestLawful>>

/** Four with options, as frameworks are mostly written; four and twice two, tied to results; the rest as the parties say. */
export function usualStructures(lengths: Lengths, lawful: Lawful): Structure[] {
  const { callOffYears, longerYears, partnership, lot } = lengths
  const known: [StructureKind, number | undefined, readonly number[]][] = [
    ['framework', 2, [1, 1]],
    ['callOff', callOffYears, []],
    ['longerFramework', longerYears, []],
    ['contract', 4, [2, 2]],
    ['partnership', partnership?.firstPhaseYears, partnership?.laterYears ?? []],
    ['lots', lot?.years, []],
  ]
  return known.flatMap(([kind, sureYears, optionYears]) =>
    sureYears === undefined
      ? []
      : [{ kind, sureYears, optionYears, longestLawful: lawful[kind], share: kind === 'lots' ? lot!.share : 1 }],
  )
}

export interface Compared {
  readonly structure: Structure
  readonly wholeYears: number
  /** Whether the whole of it, options included, is within the longest lawful term. */
  readonly lawful: 'yes' | 'no' | 'unknown'
  /** The sure years, or those until the ceiling is used up. */
  readonly countsOnYears: number
  /** The years after which the buyer can leave; the last is the end. None where the ceiling ends it before. */
  readonly mayLeaveAfter: readonly number[]
  /** When the ceiling ends it, where that is before the last day. */
  readonly ceilingEndsAfter?: number
  /** In today's money, over the years that the supplier can count on; and if every option were used. */
  readonly npv: number
  readonly npvWithOptions: number
  readonly breakEvenInvestment?: number
  readonly paysBack: boolean
  readonly because: readonly Message[]
}

/** `ceilingYears`: how long the greatest quantity lasts, from `ceilingYears()`; undefined where there is none. */
export function compare(structure: Structure, supply: Supply, ceilingYears?: number): Compared {
  const within = (years: number) => Math.min(years, ceilingYears ?? Infinity)
  const leaves = mayLeaveAfter(structure)
  const wholeYears = leaves.at(-1)!
  const sure = { ...supply, cashflow: supply.cashflow * structure.share, term: within(structure.sureYears) }
  const most = breakEvenInvestment(sure)
  const npv = netPresentValue(sure)
  const answer = {
    structure,
    wholeYears,
    lawful: isLawful(structure.longestLawful, wholeYears),
    countsOnYears: sure.term,
    mayLeaveAfter: leaves.filter((years) => years <= within(wholeYears)),
    ...(within(wholeYears) < wholeYears ? { ceilingEndsAfter: within(wholeYears) } : {}),
    npv,
    npvWithOptions: netPresentValue({ ...sure, term: within(wholeYears) }),
    ...(most === undefined ? {} : { breakEvenInvestment: most }),
    paysBack: npv >= 0,
  }
  return { ...answer, because: reasons(answer, sure) }
}

/** T_eff: the years that a greatest quantity lasts at a yearly quantity (C-23/20: a framework is used up when it is reached). */
export const ceilingYears = (greatestQuantity: number, yearly: number): number | undefined =>
  yearly > 0 ? greatestQuantity / yearly : undefined

function mayLeaveAfter({ sureYears, optionYears }: Structure): number[] {
  let end = sureYears
  return [end, ...optionYears.map((years) => (end += years))]
}

const isLawful = (longest: LongestLawful, years: number): Compared['lawful'] =>
  longest === 'unknown' ? 'unknown' : longest === 'noLimit' || years <= longest ? 'yes' : 'no'

function reasons(answer: Omit<Compared, 'because'>, supply: Supply): Message[] {
  const { structure, wholeYears, countsOnYears: sure, ceilingEndsAfter } = answer
  const payback = paybackYears(supply)
  return [
    lawfulness(answer),
    say('terms.structure.sure', { years: sure }),
    ...(structure.optionYears.length > 0
      ? [say('terms.structure.options', { kind: structure.kind, years: wholeYears - structure.sureYears })]
      : []),
    say('terms.structure.kind', { kind: structure.kind }),
    ...(ceilingEndsAfter === undefined
      ? []
      : [say('terms.structure.ceiling', { years: ceilingEndsAfter, wholeYears })]),
    payback === undefined ? say('terms.step.never') : say('terms.step.payback', { years: payback }),
    say('terms.structure.paysBack', { paysBack: answer.paysBack ? 'yes' : 'no', npv: answer.npv, years: sure }),
  ]
}

function lawfulness({ lawful, structure, wholeYears }: Omit<Compared, 'because'>): Message {
  const { longestLawful } = structure
  if (typeof longestLawful !== 'number') return say('terms.structure.lawful', { longestLawful })
  return say('terms.structure.limit', { lawful, longest: longestLawful, years: wholeYears })
}
