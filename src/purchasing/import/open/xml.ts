/** Reads XML as it streams, whatever its encoding, within limits; a document type, and so every entity of its own, is refused. */
import { TextDecoder } from 'node:util'
import { SaxesParser } from 'saxes'
import { say } from '../../../kit/words/index.js'
import { damaged, Stopped, type Limits } from './limits.js'

export type Attributes = Readonly<Record<string, string>>
/** Names come as written, with their prefix. */
export interface XmlEvents {
  readonly open?: (name: string, attributes: Attributes) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** The last part of a name: 'cbc:ID' is 'ID'. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Throws `Stopped` at what is not well-formed, too deep or a trap. Nothing is read from anywhere else. */
export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: false, position: false })
  #depth = 0
  #run = 0

  constructor(events: XmlEvents, limits: Limits) {
    this.#parser.on('error', () => {
      throw damaged()
    })
    this.#parser.on('doctype', () => {
      throw new Stopped(say('purchasing.import.open.doctype'))
    })
    this.#parser.on('opentag', ({ name, attributes }) => {
      this.#run = 0
      if (++this.#depth > limits.xmlDepth)
        throw new Stopped(say('purchasing.import.open.xmlDepth', { most: limits.xmlDepth }))
      events.open?.(name, attributes)
    })
    this.#parser.on('closetag', ({ name }) => {
      this.#run = 0
      this.#depth--
      events.close?.(name)
    })
    if (events.text) this.#parser.on('text', events.text)
    if (events.text) this.#parser.on('cdata', events.text)
    this.#most = limits.xmlRun
  }
  readonly #most: number

  write(text: string): void {
    this.#run += text.length
    this.#parser.write(text)
    if (this.#run > this.#most) throw damaged()
  }

  end(): void {
    this.#parser.close()
  }
}

export async function readXml(bytes: AsyncIterable<Uint8Array>, events: XmlEvents, limits: Limits): Promise<void> {
  const reader = new XmlReader(events, limits)
  for await (const text of xmlText(bytes)) reader.write(text)
  reader.end()
}

/** By the byte order mark, else as declared, else UTF-8. */
export async function* xmlText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  let decoder: TextDecoder | undefined
  for await (const part of bytes) {
    decoder ??= new TextDecoder(xmlEncodingOf(part))
    yield decoder.decode(part, { stream: true })
  }
  if (decoder) yield decoder.decode()
}

function xmlEncodingOf(first: Uint8Array): string {
  const start = Buffer.from(first.subarray(0, 200)).toString('latin1')
  if (/^\xff\xfe|^<\0/.test(start)) return 'utf-16le'
  if (/^\xfe\xff|^\0</.test(start)) return 'utf-16be'
  const declared = /^[^>]*encoding\s*=\s*["']([\w-]+)["']/.exec(start)?.[1]?.toLowerCase()
  return declared && /^(iso-8859-1|windows-1252|us-ascii|iso-8859-15)$/.test(declared) ? declared : 'utf-8'
}

export interface Root {
  /** Without its prefix. */
  readonly name: string
  readonly namespace: string
}

/** Undefined where the first bytes hold no element. Throws as the reader does. */
export function rootOf(first: Uint8Array, limits: Limits): Root | undefined {
  let root: Root | undefined
  const open = (name: string, attributes: Attributes) => {
    const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : undefined
    const namespace = attributes[prefix === undefined ? 'xmlns' : `xmlns:${prefix}`] ?? ''
    root ??= { name: localName(name), namespace }
  }
  const reader = new XmlReader({ open }, limits)
  const text = new TextDecoder(xmlEncodingOf(first)).decode(first, { stream: true })
  for (let at = 0; at < text.length && !root; at += 500) reader.write(text.slice(at, at + 500))
  return root
}
