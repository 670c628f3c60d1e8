/** What the tests of the sample share: its files, read. */
import { parse } from 'csv-parse/sync'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { buildWithInvoices } from './build.js'

export type Row = Record<string, string>

export const built = buildWithInvoices()
const rows = (text: string) => parse<Row>(text, { columns: true })
export const ledger = rows(built.files.ledger)
export const awards = rows(built.files.awards)
export const register = rows(built.files.register)

export const sum = (of: readonly Row[]): number => of.reduce((so, { belopp }) => so + Number(belopp), 0)
export const column = (of: readonly Row[], name: string): string[] => of.map((row) => row[name]!)

/** The texts of a zip's files, in order. */
export function unzipped(bytes: Uint8Array): Promise<string[]> {
  return new Promise((done, failed) =>
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (problem, archive) => {
      if (problem) return void failed(problem)
      const texts: string[] = []
      archive.on('entry', (entry: Entry) => {
        textOf(archive, entry)
          .then((text) => texts.push(text))
          .then(() => archive.readEntry())
          .catch(failed)
      })
      archive.on('end', () => done(texts)).on('error', failed)
      archive.readEntry()
    }),
  )
}

async function textOf(archive: ZipFile, entry: Entry): Promise<string> {
  const chunks: Buffer[] = []
  const stream = await new Promise<NodeJS.ReadableStream>((opened, failed) =>
    archive.openReadStream(entry, (problem, found) => (problem ? failed(problem) : opened(found))),
  )
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
