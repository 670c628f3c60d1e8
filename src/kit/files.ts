/** Files that are there whole or not at all, and on the disk before we say so. */
import { linkSync, unlinkSync, writeFileSync } from 'node:fs'
import { constants, copyFile, mkdir, open, readdir, rm } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'

/** False, and nothing written, when the file is there already; of two who try at once one makes it. */
export function makeOnce(file: string, text: string): boolean {
  const draft = `${file}.${randomUUID()}`
  writeFileSync(draft, text, { mode: 0o600, flag: 'wx' })
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    unlinkSync(draft)
  }
}

/** Copies a folder with all it holds and puts it on the disk; what lay at `to` is replaced. Answers the bytes copied. */
export async function copyTree(from: string, to: string): Promise<number> {
  await rm(to, { recursive: true, force: true })
  const bytes = await copyInto(from, to)
  await sync(join(to, '..'))
  return bytes
}

/** Files at once: a disk takes many small syncs together much quicker than one by one. */
const AT_ONCE = 16

async function copyInto(from: string, to: string): Promise<number> {
  await mkdir(to, { recursive: true, mode: 0o700 })
  const entries = await readdir(from, { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory())
  const files = entries.filter((entry) => entry.isFile())
  let bytes = 0
  for (const { name } of folders) bytes += await copyInto(join(from, name), join(to, name))
  for (let start = 0; start < files.length; start += AT_ONCE) {
    const copied = files.slice(start, start + AT_ONCE).map(({ name }) => copyOne(join(from, name), join(to, name)))
    for (const size of await Promise.all(copied)) bytes += size
  }
  await sync(to)
  return bytes
}

async function copyOne(from: string, to: string): Promise<number> {
  await copyFile(from, to, constants.COPYFILE_FICLONE)
  return sync(to)
}

/** Answers the file's size. */
export async function sync(path: string): Promise<number> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
    return (await handle.stat()).size
  } finally {
    await handle.close()
  }
}
