/** Our own tables: a row to a line, cells between tabs, a line that begins with # is for the reader. */
export const rowsIn = (table: string): string[][] =>
  table
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'))
