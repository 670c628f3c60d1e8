/** The tables this module owns, as kysely types. */
import type { Reach } from '../kit/actor.js'
import type { ColumnType, Generated } from '../kit/db/index.js'
import type { Day, Instant } from '../kit/day.js'
import type { Severity } from './import/statement.js'

/** Why a purchase or a supplier's name stays internal. */
export type Kept =
  'balance-account' | 'unknown-account' | 'person-account' | 'natural-person' | 'no-number' | 'withheld-name'
export type Visibility = 'internal' | 'published'
export type Sector = 'municipality' | 'region' | 'state' | 'other' | 'unknown'

interface Sourced {
  import: string
  line: number
}

/** Sums by month; the month by its first day. */
interface Rolled {
  import: string
  buyer: number
  month: Day
  currency: string
  amount: number
  lines: number
}

/** What a person said of a category, and when it was withdrawn. */
interface Said {
  id: string
  buyer: number
  category: string
  at: Instant
  by: string
  withdrawn_at: Generated<Instant | null>
  withdrawn_by: Generated<string | null>
}

interface ProcurementFacts {
  title: string
  category: string | null
  procedure: string | null
  agreement: 'framework' | 'contract' | null
  dynamic_system: boolean
  published_on: Day | null
  value: number | null
}

interface ContractFacts {
  contract: number
  procurement: number
  title: string
  category: string | null
  agreement: 'framework' | 'contract' | null
  own_category: string | null
  case_number: string | null
  responsible: string | null
  starts_on: Day | null
  ends_on: Day | null
  /** Null where the register states options in words that could not be read for certain. */
  extension_months: string | null
  extension_clause: string | null
  notice_months: number | null
  ceiling: number | null
  callers: string
}

declare module '../kit/db/index.js' {
  interface Tables {
    'purchasing.import': {
      id: string
      file: string
      format: string
      digest: string
      started_at: Instant
      finished_at: Instant | null
      actor: string
      read: number
      kept: number
      unchanged: number
      /** Lines that differ from what the same voucher said before. */
      changed: Generated<number>
      /** Lines told of before that this import leaves out. */
      withdrawn: Generated<number>
      silent: number
      refused: number
      sums: string
      published_at: Instant | null
      published_by: string | null
      vat: Generated<'excluded' | 'included' | 'unknown'>
      /** Where a person said it, and not the file. */
      vat_said_at: Generated<Instant | null>
      vat_said_by: Generated<string | null>
      undone_at: Generated<Instant | null>
      undone_by: Generated<string | null>
    }
    'purchasing.problem': {
      import: string
      ordinal: number
      line: number
      place: string | null
      severity: Severity
      message: string
      original: string
    }
    'purchasing.buyer': {
      id: Generated<number>
      organisation_number: string
      name: string
      sector: Sector
      import: string
    }
    'purchasing.unit': { id: Generated<number>; buyer: number; name: string }
    'purchasing.supplier': {
      id: Generated<number>
      address: string
      organisation_number: string | null
      kind: 'company' | 'person' | 'unknown'
      may_publish: boolean
      because: string
      /** Why it may not be named in public; null where it may. */
      kept: ColumnType<Kept | null, never, never>
    }
    'purchasing.supplier_source': {
      supplier: number
      import: string
      name_key: string
      name: string
      organisation_number: string | null
      size: string | null
      visibility: Visibility
    }
    'purchasing.supplier_shown': {
      supplier: number
      reach: Reach
      name: string
      organisation_number: string | null
      size: string | null
    }
    'purchasing.procurement': { id: Generated<number>; address: string; buyer: number; reference: string }
    'purchasing.procurement_source': Sourced & ProcurementFacts & { procurement: number }
    'purchasing.procurement_shown': Sourced & ProcurementFacts & { procurement: number; reach: Reach }
    'purchasing.award': Sourced & { id: Generated<number>; procurement: number; lot: string; supplier: number | null }
    'purchasing.contract': { id: Generated<number>; address: string; buyer: number; number: string }
    'purchasing.contract_source': Sourced & ContractFacts & { supplier: number | null }
    'purchasing.contract_shown': Sourced &
      ContractFacts & { reach: Reach; withdrawn_by: string | null; last_on: Day | null; days: readonly Day[] }
    'purchasing.contract_replacement': { import: string; replaced: string; buyer: number }
    'purchasing.account': {
      id: Generated<number>
      buyer: number
      code: string
      text: string
      kind: string
      category: string | null
      confidence: string
      because: string
      publishable: boolean
      /** Why lines on it may not be published; null where they may. */
      kept: ColumnType<Kept | null, never, never>
      /** The account that its lines are booked on, where they are set apart. */
      apart_of: Generated<number | null>
    }
    'purchasing.purchase': Sourced & {
      ordinal: number
      buyer: number
      unit: number | null
      supplier: number | null
      account: number
      voucher: string
      identity: string
      amount: number
      currency: string
      booked_on: Day
      contract_stated: string | null
      invoice: string | null
    }
    'purchasing.invoice_line': {
      import: string
      ordinal: number
      article: string
      description: string | null
      quantity: number | null
      unit_code: string | null
      unit_price: number | null
      stated: string
      category: string | null
      order_stated: string | null
      vat_percent: number | null
    }
    'purchasing.mapping': {
      id: Generated<number>
      head_key: string
      mapping: string
      file: string
      confirmed_at: Instant
      confirmed_by: string
    }
    'purchasing.waiting': { id: string; file: string; size: number; sent_at: Instant; sent_by: string }
    'purchasing.waiting_part': { waiting: string; ordinal: number; bytes: Uint8Array }
    'purchasing.coverage': { import: string; buyer: number; month: Day; lines: number }
    'purchasing.replacement': { import: string; replaced: string; buyer: number; month: Day }
    'purchasing.standing': { buyer: number; month: Day; reach: Reach; import: string }
    'purchasing.spend': Rolled & {
      unit: number | null
      supplier: number | null
      account: number
      contract_stated: string | null
      corrected: string | null
    }
    'purchasing.correction': Said & { voucher: string; identity: string }
    'purchasing.unit_served': Omit<Said, 'category'> & { unit: string; served: string; reason: string }
    'purchasing.category_rule': Said & { account: string | null; supplier: number | null; text: string | null }
    'purchasing.spend_by_account': Rolled & { unit: number | null; account: number; named: boolean }
    'purchasing.spend_by_supplier': Omit<Rolled, 'month'> & {
      reach: Reach
      supplier: number | null
      year: number
      open: boolean
    }
  }
}
