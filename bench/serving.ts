/** The whole application on a database, asked without a socket. */
import { pino } from 'pino'
import type { AppOptions } from '../src/app.js'
import type { Database } from '../src/kit/db/index.js'
import { operatorKey } from '../src/people/index.js'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const appOptions = (db: Database): AppOptions => ({
  db,
  log: pino({ level: 'silent' }),
  key: operatorKey(mkdtempSync(join(tmpdir(), 'fairlane-bench-'))),
  clock: () => new Date('2026-11-23T09:00:00Z'),
  installation: () => ({
    database: 'embedded',
    version: 'bench',
    lastBackup: undefined,
    backups: 0,
    dailyBackupsKept: 7,
    contact: undefined,
    sample: false,
  }),
})
