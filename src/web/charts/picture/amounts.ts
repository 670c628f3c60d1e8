/** Charts of amounts say the same three things in their tables: what, how much, and how large a part. */
import type { Column } from '../../components/table/table.js'

export interface Amount {
  readonly label: string
  readonly value: number
  /** The value as read: '1,2 mn kr'. */
  readonly text: string
  /** The part of the whole as read: '12 %'. */
  readonly share?: string | undefined
  readonly href?: string | undefined
}
export interface AmountHeadings {
  readonly label: string
  readonly value: string
  readonly share?: string | undefined
}

/** The value, with its share where there is one: '1,2 mn kr · 12 %'. */
export const amountText = ({ text, share }: Pick<Amount, 'text' | 'share'>): string =>
  share ? `${text} · ${share}` : text

export function amountColumns({ value, share }: AmountHeadings): Column<Amount>[] {
  const columns: Column<Amount>[] = [{ label: value, kind: 'number', cell: ({ text }) => text }]
  if (share) columns.push({ label: share, kind: 'number', cell: (row) => row.share ?? '' })
  return columns
}
