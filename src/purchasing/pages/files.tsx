/** The rows of a page as files for a spreadsheet. */
import type { Child } from 'hono/jsx'
import { hrefIn, LinkList, type Reader } from '../../web/index.js'

const KINDS = ['csv', 'xlsx'] as const

/** `path` is the page's own address, with what it is narrowed by: '/contracts?state=running'. */
export const filesOf = (reader: Reader, path: string, detail?: Child) =>
  KINDS.map((kind) => ({
    href: hrefIn(reader, path.replace(/\?|$/, `.${kind}$&`)),
    label: reader.words('purchasing.exports.fetch', { kind }),
    detail,
    download: true,
  }))

export const Files = ({ reader, path, detail }: { reader: Reader; path: string; detail?: Child }) => (
  <LinkList links={filesOf(reader, path, detail)} />
)
