/**
 * An XML invoice as a stream: each part directly under the invoice is given when it is complete, so that no more than one
 * part is ever held. Nothing is fetched or expanded: a DOCTYPE is refused.
 */
import { TextDecoder } from 'node:util'
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { say, type Message } from '../../../kit/words/index.js'

/** Bytes; longer than any XML declaration. */
const DECLARATION = 200
const DEEPEST = 50
const LONGEST_TEXT = 10_000
const UBL = 'urn:oasis:names:specification:ubl:schema:xsd:'
/** The envelope that an access point may leave around an invoice. */
const ENVELOPE = 'StandardBusinessDocument'

/** Thrown where the file as a whole cannot be an invoice. */
export class NoInvoice extends Error {
  constructor(
    readonly line: number,
    readonly path: string,
    readonly because: Message,
  ) {
    super(because.key)
  }
}

/** One element with what it holds, by local names. */
export class Part {
  text = ''
  readonly parts: Part[] = []
  constructor(
    readonly name: string,
    /** From the root, with a place among equals: `Invoice/InvoiceLine[2]/Item`. */
    readonly path: string,
    readonly line: number,
    readonly attributes: ReadonlyMap<string, string>,
  ) {}

  /** Every part at a path of local names: `Item/Name`. */
  all(path: string): Part[] {
    return path.split('/').reduce<Part[]>((at, name) => at.flatMap((one) => one.named(name)), [this])
  }
  one(path: string): Part | undefined {
    return this.all(path)[0]
  }
  /** The trimmed text of the first, undefined where it is absent or empty. */
  textAt(path: string): string | undefined {
    return this.one(path)?.text.trim() || undefined
  }
  named(name: string): Part[] {
    return this.parts.filter((part) => part.name === name)
  }
}

/** Whether a file's first bytes are XML and not a table; a table never begins with '<'. */
export const isXml = (first: Uint8Array): boolean =>
  Buffer.from(first.subarray(0, DECLARATION))
    .toString('latin1')
    .replace(/^[\u00ef\u00bb\u00bf\u00fe\u00ff\0\s]+/, '')
    .startsWith('<')

/** The invoice's root with none of its parts, then each of them in turn. */
export async function* partsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Part> {
  const reading = new Reading()
  let decoder: TextDecoder | undefined
  for await (const chunk of withStart(bytes)) {
    decoder ??= decoderFor(chunk)
    reading.write(decoded(decoder, chunk, reading.line))
    yield* reading.taken()
  }
  if (!decoder) throw new NoInvoice(1, '', say('purchasing.import.table.empty'))
  reading.end()
  yield* reading.taken()
}

/** The first chunk is long enough to hold the XML declaration. */
async function* withStart(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let start = Buffer.alloc(0)
  let begun = false
  for await (const chunk of bytes) {
    if (begun) yield chunk
    else start = Buffer.concat([start, chunk])
    if (begun || start.length < DECLARATION) continue
    begun = true
    yield start
  }
  if (!begun && start.length > 0) yield start
}

/** By its byte order mark or its own declaration; otherwise UTF-8, as XML 1.0 says (section 4.3.3). */
function decoderFor(first: Uint8Array): TextDecoder {
  const start = Buffer.from(first.subarray(0, DECLARATION)).toString('latin1')
  const utf16 = start.startsWith('\u00ff\u00fe')
    ? 'utf-16le'
    : start.startsWith('\u00fe\u00ff')
      ? 'utf-16be'
      : undefined
  const encoding = utf16 ?? /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(start)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true })
  } catch {
    throw new NoInvoice(1, '', say('purchasing.import.formats.invoice.encoding', { encoding }))
  }
}

/** Half a character at the end is kept for the next chunk; after the last one the invoice is cut anyway. */
function decoded(decoder: TextDecoder, chunk: Uint8Array, line: number): string {
  try {
    return decoder.decode(chunk, { stream: true })
  } catch {
    const { encoding } = decoder
    throw new NoInvoice(line, '', say('purchasing.import.formats.invoice.encoding', { encoding }))
  }
}

class Reading {
  #parser = new SaxesParser({ xmlns: true, position: true })
  #open: Part[] = []
  #complete: Part[] = []
  /** How many elements of each name stand so far under each open one. */
  #counts: Map<string, number>[] = [new Map<string, number>()]
  #enveloped = 0
  #found = false
  #fault: NoInvoice | undefined

  constructor() {
    this.#parser.on('doctype', () => this.#fail(say('purchasing.import.formats.invoice.doctype')))
    this.#parser.on('error', () =>
      this.#fail(say('purchasing.import.formats.invoice.notXml', { line: this.#parser.line })),
    )
    this.#parser.on('opentag', (tag) => this.#opens(tag))
    this.#parser.on('text', (text) => this.#says(text))
    this.#parser.on('cdata', (text) => this.#says(text))
    this.#parser.on('closetag', () => void this.#closes())
  }

  get line(): number {
    return this.#parser.line
  }

  write(text: string): void {
    this.#parser.write(text)
    if (this.#fault) throw this.#fault
  }

  end(): void {
    const { line } = this.#parser
    const path = this.#path()
    if (path) throw new NoInvoice(line, path, say('purchasing.import.formats.invoice.cut', { line, path }))
    this.#parser.close()
    if (!this.#found) this.#fail(say('purchasing.import.formats.invoice.notXml', { line }))
    if (this.#fault) throw this.#fault
  }

  taken(): Part[] {
    return this.#complete.splice(0)
  }

  #opens({ local, uri, attributes }: SaxesTagNS): void {
    if (this.#fault) return
    const parent = this.#open.at(-1)
    if (!parent && !this.#begins(local, uri)) return
    const counts = this.#counts.at(-1)!
    const nth = (counts.get(local) ?? 0) + 1
    counts.set(local, nth)
    const path = parent ? `${parent.path}/${local}${nth > 1 ? `[${nth}]` : ''}` : local
    const written = Object.values(attributes).map((one) => [one.local, one.value] as const)
    const part = new Part(local, path, this.#parser.line, new Map(written))
    if (this.#open.length >= DEEPEST) return void this.#fail(say('purchasing.import.formats.invoice.tooDeep', { path }))
    this.#open.push(part)
    this.#counts.push(new Map<string, number>())
    if (!parent) this.#complete.push(part)
    else if (this.#open.length > 2) parent.parts.push(part)
  }

  /** Whether this is the invoice's root: the file's first element, or one in an envelope. */
  #begins(local: string, uri: string): boolean {
    const isRoot = /^(Invoice|CreditNote)$/.test(local) && uri === `${UBL}${local}-2`
    if (isRoot) this.#found = true
    else if (this.#enveloped > 0 || local === ENVELOPE) this.#enveloped++
    else this.#fail(say('purchasing.import.formats.invoice.otherXml', { root: local }))
    return isRoot
  }

  #says(text: string): void {
    const part = this.#open.at(-1)
    // What is attached to an invoice (a scanned page, in Base64) says nothing of what was bought.
    if (part && part.name !== 'EmbeddedDocumentBinaryObject' && part.text.length < LONGEST_TEXT)
      part.text += text.slice(0, LONGEST_TEXT)
  }

  #closes(): void {
    const part = this.#open.pop()
    if (!part) {
      this.#enveloped--
      return
    }
    this.#counts.pop()
    if (this.#open.length === 1) this.#complete.push(part)
  }

  #path = (): string => this.#open.at(-1)?.path ?? (this.#enveloped > 0 ? ENVELOPE : '')

  #fail(because: Message): void {
    this.#fault ??= new NoInvoice(this.#parser.line, this.#path(), because)
  }
}
