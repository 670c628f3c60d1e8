/** What a record of these entries serves, by path, without a database. */
import { checkpointText } from '../checkpoint.js'
import { leafHash, rootOf } from '../merkle.js'
import type { Signer } from '../note.js'
import { bundleOf, foldedTo, tilePath, tilesOf, treeIn, WIDTH, type Tile } from '../tiles.js'

export async function servedOf(entries: readonly Uint8Array[], signer: Signer): Promise<Map<string, Uint8Array>> {
  const size = entries.length
  const served = new Map<string, Uint8Array>()
  const within = ({ index, width }: Tile) => entries.slice(index * WIDTH, index * WIDTH + width)
  for (const tile of tilesOf('entries', size)) served.set(tilePath(tile), bundleOf(within(tile)))
  for (const tile of tilesOf(0, size)) served.set(tilePath(tile), Buffer.concat(within(tile).map(leafHash)))
  for (let level = 1; tilesOf(level, size).length > 0; level++)
    for (const tile of tilesOf(level, size)) {
      const below = Array.from({ length: tile.width }, (_, at) =>
        served.get(tilePath({ level: level - 1, index: tile.index * WIDTH + at, width: WIDTH }))!,
      )
      served.set(tilePath(tile), Buffer.concat(below.map((full) => foldedTo(full, WIDTH))))
    }
  const root = await rootOf(
    treeIn((tile) => Promise.resolve(served.get(tilePath(tile))!), size),
    size,
  )
  const text = new TextEncoder()
  served.set('key', text.encode(signer.vkey))
  served.set('checkpoint', text.encode(signer.sign(checkpointText({ origin: signer.name, size, root }))))
  return served
}
