/** Comma-separated, quoted only where it must be, each line ended: RFC 4180 with LF. */
export const csv = (header: readonly string[], rows: readonly (readonly string[])[]): string => {
  let text = line(header)
  for (const row of rows) text += line(row)
  return text
}

function line(cells: readonly string[]): string {
  let text = field(cells[0]!)
  for (let place = 1; place < cells.length; place++) text += `,${field(cells[place]!)}`
  return `${text}\n`
}

const field = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
