/** A list that is asked for by how many rows came before, read a batch at a time. */
import { inBatches } from '../store/batches.js'

export function inPages<Row>(page: (part: { skip: number; most: number }) => Promise<readonly Row[]>) {
  let skip = 0
  return inBatches<Row>(async (_, most) => {
    const rows = await page({ skip, most })
    skip += rows.length
    return rows
  })
}
