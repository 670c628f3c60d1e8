/** Taking an import back: what follows from it, and how it looks afterwards. */
import { instantInWords } from '../../kit/day.js'
import { Confirm, Disclosure, hrefIn, Notice, type Reader } from '../../web/index.js'
import type { ImportRow } from './imports.js'

interface UndoingProps {
  readonly reader: Reader
  readonly row: ImportRow
}

/** Folded: nobody comes to the page for this. */
export function Undoing({ reader, row }: UndoingProps) {
  const { words } = reader
  return (
    <Disclosure summary={words('purchasing.undoing.title')}>
      <Confirm
        action={hrefIn(reader, `/imports/${row.id}/undoing`)}
        title={words('purchasing.undoing.title')}
        consequences={[
          words('purchasing.undoing.figures'),
          words('purchasing.undoing.earlier'),
          words('purchasing.undoing.stays', { published: row.published_at ? 'yes' : 'no' }),
        ]}
        button={words('purchasing.undoing.undo')}
        danger
        back={{ href: hrefIn(reader, '/imports'), label: words('purchasing.undoing.back') }}
      />
    </Disclosure>
  )
}

/** What the page of an import that was taken back says first. */
export function Undone({ reader, row }: UndoingProps) {
  if (!row.undone_at) return null
  return (
    <Notice title={reader.words('purchasing.undoing.undone', { at: instantInWords(row.undone_at, reader.language) })} />
  )
}
