/**
 * How a command reaches the server that has its folder: a local socket in the folder, which its owner alone may open.
 *
 *   → one line of JSON {"task","version","input"}, then the bytes of a file, if the task reads one
 *   ← lines of JSON: {"progress"} any number of times, then one {"answer"} or {"failed"}
 */
import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync, rmSync } from 'node:fs'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Progress, Progressed } from '../kit/progress.js'

export interface Call {
  readonly task: string
  readonly version: string
  readonly input: unknown
}
type Line = { readonly progress: Progressed } | { readonly answer: unknown } | { readonly failed: string }
export type Bytes = AsyncIterable<Uint8Array>
export type Answering = (call: Call, body: Bytes, progress: Progress) => Promise<unknown>

/** A socket's path may hold 103 characters on every system; a folder deeper than that has its socket among temporary files. */
const LONGEST_PATH = 103
const FIRST_LINE_LIMIT = 256 * 1024

export function socketOf(folder: string): string {
  const near = join(folder, 'socket')
  if (Buffer.byteLength(near) <= LONGEST_PATH) return near
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  return join(tmpdir(), `fairlane-${process.getuid?.() ?? ''}-${name}`, 'socket')
}

/** Refuses a temporary folder that another user made in wait for us. */
function prepare(path: string, folder: string): void {
  if (path !== join(folder, 'socket')) {
    const around = join(path, '..')
    mkdirSync(around, { recursive: true, mode: 0o700 })
    const found = lstatSync(around)
    if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o077) !== 0)
      throw new Error(`${around} belongs to someone else`)
  }
  rmSync(path, { force: true })
}

/** Called by the process that holds the folder's lock, so that a socket lying there is a dead one's. */
export async function listenIn(folder: string, answer: Answering): Promise<{ close: () => void }> {
  const path = socketOf(folder)
  prepare(path, folder)
  const server = createServer((asked, response) => void respond(asked, response, answer))
  // Long imports send nothing for a while and are no reason to hang up.
  server.requestTimeout = 0
  const before = process.umask(0o177)
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve))
  } finally {
    process.umask(before)
  }
  chmodSync(path, 0o600)
  return {
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function respond(asked: IncomingMessage, response: ServerResponse, answer: Answering): Promise<void> {
  const send = (line: Line) => void (response.writableEnded || response.write(`${JSON.stringify(line)}\n`))
  try {
    const { first, rest } = await firstLine(asked)
    send({ answer: await answer(JSON.parse(first) as Call, rest, (progress) => send({ progress })) })
  } catch (error) {
    send({ failed: (error as Error).message })
  }
  asked.resume()
  response.end()
}

async function firstLine(stream: Bytes): Promise<{ first: string; rest: Bytes }> {
  const chunks = stream[Symbol.asyncIterator]()
  let seen = Buffer.alloc(0)
  for (;;) {
    const end = seen.indexOf(10)
    if (end >= 0) return { first: seen.subarray(0, end).toString('utf8'), rest: follow(seen.subarray(end + 1), chunks) }
    const next = await chunks.next()
    if (next.done || seen.length > FIRST_LINE_LIMIT) throw new Error('The question has no first line')
    seen = Buffer.concat([seen, next.value])
  }
}

async function* follow(head: Uint8Array, chunks: AsyncIterator<Uint8Array>): Bytes {
  if (head.length) yield head
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
}

/** The server was killed, or stopped, before it had answered. */
export class ServerStopped extends Error {}

/** Undefined when no server listens in the folder. Throws what the server says when its work failed. */
export async function askServer(
  folder: string,
  call: Call,
  body: Bytes | undefined,
  progress: Progress,
): Promise<{ readonly answer: unknown } | undefined> {
  const sent = request({ socketPath: socketOf(folder), method: 'POST' })
  const answered = new Promise<IncomingMessage | undefined>((resolve, reject) => {
    sent.once('response', resolve)
    // More than one may come, and one that nobody hears ends the process.
    sent.on('error', (error: NodeJS.ErrnoException) =>
      ['ENOENT', 'ECONNREFUSED', 'EACCES'].includes(error.code ?? '') ? resolve(undefined) : reject(brokenOff(error)),
    )
  })
  const reading = new AbortController()
  // A server that refuses before it has read the whole file hangs up on us; its answer tells why. A file that cannot be
  // read to its end is our own failure.
  pipeline(Readable.from(question(call, body && watched(body, reading))), sent).catch(() => undefined)
  try {
    const response = await answered
    return response && (await heard(response, progress))
  } catch (error) {
    throw reading.signal.aborted ? reading.signal.reason : error
  }
}

const BROKEN_OFF = ['ECONNRESET', 'EPIPE']
const brokenOff = (error: NodeJS.ErrnoException): Error =>
  BROKEN_OFF.includes(error.code ?? '') ? new ServerStopped(error.message) : error

/** Keeps why the reading failed; that the sending failed is thrown in at the `yield`, and is not kept. */
async function* watched(body: Bytes, reading: AbortController): Bytes {
  const chunks = body[Symbol.asyncIterator]()
  const nextChunk = () =>
    chunks.next().catch((error: unknown) => {
      reading.abort(error)
      throw error
    })
  try {
    for (let next = await nextChunk(); !next.done; next = await nextChunk()) yield next.value
  } finally {
    await chunks.return?.()
  }
}

async function* question(call: Call, body: Bytes | undefined): Bytes {
  yield Buffer.from(`${JSON.stringify(call)}\n`)
  if (body) yield* body
}

async function heard(response: IncomingMessage, progress: Progress): Promise<{ answer: unknown }> {
  let text = ''
  for await (const chunk of unbroken(response.setEncoding('utf8'))) {
    const lines = (text + chunk).split('\n')
    text = lines.pop()!
    for (const line of lines) {
      const said = JSON.parse(line) as Line
      if ('progress' in said) progress(said.progress)
      else if ('failed' in said) throw new Error(said.failed)
      else return { answer: said.answer }
    }
  }
  throw new ServerStopped('The server stopped before the work was done')
}

/** Ends where the connection breaks. */
async function* unbroken(response: IncomingMessage): AsyncGenerator<string> {
  try {
    for await (const chunk of response) yield String(chunk)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error
  }
}
