/** PostgreSQL by DATABASE_URL, through a small pool. */
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Channel, Engine } from './engine.js'
import { PARSERS } from './types.js'

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    (format !== 'binary' && PARSERS[oid]) || (pg.types.getTypeParser(oid, format) as (text: string) => unknown),
}

/** Compiling a page's statement takes longer than the page; our sums are made in tens of megabytes, not on the disk. */
const SETTINGS = '-c timezone=UTC -c jit=off -c work_mem=32MB'

export function openServer(
  url: string,
  options: { readonly connections?: number; readonly onOutage?: (error: Error) => void } = {},
): Engine {
  const pool = new pg.Pool({ connectionString: url, max: options.connections ?? 10, types, options: SETTINGS })
  // An idle connection that breaks must not end the process; the next query says what is wrong.
  pool.on('error', (error) => options.onOutage?.(error))
  const clients = new WeakMap<Channel, pg.PoolClient>()
  return {
    kind: 'server',
    acquire: async () => {
      const client = await pool.connect()
      const channel = channelOn(client)
      clients.set(channel, client)
      return channel
    },
    release: (channel) => clients.get(channel)?.release(),
    close: () => pool.end(),
  }
}

function channelOn(client: pg.PoolClient): Channel {
  return {
    query: async (sql, parameters, isKept) => {
      const name = isKept ? { name: createHash('sha256').update(sql).digest('hex').slice(0, 32) } : {}
      const found = await client.query<Record<string, unknown>>({ ...name, text: sql, values: [...parameters] })
      return { rows: found.rows, affected: found.rowCount ?? 0 }
    },
    copyIn: async (table, columns, csv) => {
      const into = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin with (format csv)`))
      await pipeline(Readable.from([csv]), into)
      return into.rowCount
    },
  }
}
