/** Fairlane as real processes: for tests of what a person does at the command line, and of what a kill may do. */
import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { ROOT } from '../src/kit/root.js'

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs in `folder`, which is its home too; nothing of the tester's own environment leaks in. */
export const start = (folder: string, args: string[], environment: NodeJS.ProcessEnv = {}): ChildProcess =>
  spawn(process.execPath, [join(ROOT, 'bin/fairlane'), ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, LANG: 'C.UTF-8', ...environment },
  })

export const ended = (child: ChildProcess): Promise<Ended> =>
  new Promise((resolve) => {
    const said = { out: '', err: '' }
    child.stdout!.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
    child.stderr!.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
    child.on('close', (code) => resolve({ code, ...said }))
  })

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** Resolves with all it said so far, once it has said `awaited`; rejects with that when it ends first. */
export const until = (child: ChildProcess, awaited: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      if (awaited.test(said)) resolve(said)
    }
    child.stdout!.on('data', hear)
    child.stderr!.on('data', hear)
    child.on('close', () => reject(new Error(said)))
  })

/** Answers the exit code; null when the signal ended it. */
export const gone = (child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> =>
  new Promise((resolve) => {
    child.on('close', resolve)
    child.kill(signal)
  })
