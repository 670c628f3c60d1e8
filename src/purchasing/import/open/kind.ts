/** What a file is, told by its first bytes. Its name's ending is never asked. */
import { textOf } from '../table/encoding.js'

/** What is known and not read: each has a sentence with a way out. */
export type Foreign =
  | 'pdf'
  | 'oldOffice'
  | 'image'
  | 'json'
  | 'html'
  | 'otherArchive'
  | 'database'
  | 'openDocument'
  | 'binaryWorkbook'
  | 'document'
export type Kind = 'empty' | 'gzip' | 'zip' | 'xml' | 'text' | Foreign

const MAGIC: readonly (readonly [Kind, at: number, signs: string])[] = [
  ['gzip', 0, '\x1f\x8b'],
  ['zip', 0, 'PK\x03\x04'],
  ['zip', 0, 'PK\x05\x06'],
  ['pdf', 0, '%PDF'],
  ['oldOffice', 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['document', 0, '{\\rtf'],
  ['image', 0, '\x89PNG'],
  ['image', 0, '\xff\xd8\xff'],
  ['image', 0, 'GIF8'],
  ['image', 0, 'II*\0'],
  ['image', 0, 'MM\0*'],
  ['image', 8, 'WEBP'],
  ['image', 4, 'ftyphei'],
  ['otherArchive', 0, '7z\xbc\xaf\x27\x1c'],
  ['otherArchive', 0, 'Rar!'],
  ['otherArchive', 0, 'BZh'],
  ['otherArchive', 0, '\xfd7zXZ'],
  ['otherArchive', 0, '\x28\xb5\x2f\xfd'],
  ['otherArchive', 257, 'ustar'],
  ['database', 0, 'SQLite format 3'],
  ['database', 0, 'PAR1'],
]

export function kindOf(first: Uint8Array): Kind {
  if (first.length === 0) return 'empty'
  const signs = Buffer.from(first.buffer, first.byteOffset, first.length).toString('latin1')
  const known = MAGIC.find(([, at, magic]) => signs.startsWith(magic, at))
  if (known) return known[0]
  const text = textOf(first.subarray(0, 4096)).trimStart()
  if (/^<(!doctype\s+html|html|head|body|table|meta|style|script|div)[\s>]/i.test(text)) return 'html'
  if (/^<([?!]|[\p{L}_])/u.test(text)) return 'xml'
  return /^(\{\s*["}]|\[\s*[[\]{"])/.test(text) ? 'json' : 'text'
}
