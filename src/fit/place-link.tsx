/** Where a fact stands: its file and line, leading to the import it came with. */
import { hrefIn, type Reader } from '../web/index.js'

interface Place {
  readonly import: string
  readonly file: string
  readonly line: number
}

export function PlaceLink({ reader, place }: { reader: Reader; place: Place }) {
  return (
    <a class="ds-link file-name" href={hrefIn(reader, `/imports/${place.import}`)}>
      {reader.words('purchasing.procurement.place', { file: place.file, line: place.line })}
    </a>
  )
}
