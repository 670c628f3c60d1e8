/** Comma-separated, quoted only where it must be, each line ended: RFC 4180 with LF. */
export function csv(header: readonly string[], rows: Iterable<readonly string[]>): string {
  const lines = [line(header)]
  for (const row of rows) lines.push(line(row))
  return lines.join('')
}

const line = (cells: readonly string[]) => `${cells.map(field).join(',')}\n`
const field = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
