/** Comma-separated, quoted only where it must be, each line ended: RFC 4180 with LF. */
export const csv = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, ...rows].map((row) => `${row.map(field).join(',')}\n`).join('')

const field = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
