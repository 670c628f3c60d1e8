/** `fairlane backup`, `backups`, `restore`, `link`: looking after an installation. */
import { backupsIn, findBackup, lockFolder, restoreBackup } from '../installation/index.js'
import { instantInWords } from '../kit/day.js'
import { refused } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'
import type { Command } from './command.js'
import { Stop, stopOn } from './stop.js'

export const backupCommand: Command = {
  name: 'backup',
  options: { to: { type: 'string' } },
  help: say('commands.help.backup'),
  run: ({ options }, context) =>
    context.with(async (performing) => {
      const { output, words } = context
      const made = await performing('backup', { to: options['to'] === undefined ? undefined : String(options['to']) })
      if (refused(made)) return stopOn(made)
      output.json(made)
      output.line(words('commands.backup.done', { name: made.name, megabytes: made.bytes / 1_000_000 }))
      if (made.copy) output.line(words('commands.backup.copied', { place: made.copy }))
    }),
}

export const backupsCommand: Command = {
  name: 'backups',
  options: {},
  help: say('commands.help.backups'),
  run: async (_, { config, output, words }) => {
    const found = backupsIn(config.data)
    output.json({ backups: found })
    if (found.length === 0) output.line(words('commands.backup.none', { folder: config.data }))
    for (const { name, reason, bytes, version, at } of found)
      output.line(
        words('commands.backup.line', {
          name,
          reason,
          at: instantInWords(at, words.language),
          megabytes: bytes / 1_000_000,
          version,
        }),
      )
  },
}

/** Needs the folder for itself: a server must be stopped first. */
export const restoreCommand: Command = {
  name: 'restore',
  options: {},
  help: say('commands.help.restore'),
  run: async (given, { config, version, output, words }) => {
    const [written, ...more] = given.words
    if (written === undefined || more.length) throw new Stop(say('commands.restore.oneBackup'), 2)
    if (config.databaseUrl) throw new Stop(say('installation.backup.server'))
    const lock = await lockFolder(config.data)
    if (refused(lock)) return stopOn(lock)
    try {
      const found = findBackup(config.data, written)
      if (refused(found)) return stopOn(found)
      await restoreBackup({ folder: config.data, version }, found.path)
      output.json({ restored: found.backup })
      output.line(words('commands.restore.done', { name: found.backup.name }))
    } finally {
      lock.release()
    }
  },
}

export const linkCommand: Command = {
  name: 'link',
  options: {},
  help: say('commands.help.link'),
  run: (_, context) =>
    context.with(async (performing) => {
      const made = await performing('link', {})
      if (refused(made)) return stopOn(made)
      context.output.json(made)
      context.output.line(context.words('commands.link.made', { address: made.address }))
    }),
}
