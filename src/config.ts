/** Settings from the environment; the command line overrides. Unknown FAIRLANE_ names are refused, so that a typing error shows. */
const DEFAULTS = {
  /** PostgreSQL instead of the embedded database: postgresql://user:password@host:5432/name */
  DATABASE_URL: '',
  /** The data folder: the embedded database, its backups, the operator's key. */
  FAIRLANE_DATA: 'data',
  FAIRLANE_PORT: '3000',
  /** The address to listen on. Another than this machine's own opens reading to the network, never writing. */
  FAIRLANE_HOST: '127.0.0.1',
  /** Names, with commas between, under which others reach this server, such as fairlane.example.se. */
  FAIRLANE_NAMES: '',
  /** An e-mail address or a web address, shown where a reader may complain. */
  FAIRLANE_CONTACT: '',
  /** How much is logged: debug also logs every answer, with its address pattern and time, never who asked. */
  FAIRLANE_LOG: 'info',
  /** Read by the tests only: what they may not skip. */
  FAIRLANE_TEST_REQUIRE: '',
} as const

export interface Config {
  readonly databaseUrl: string | undefined
  readonly data: string
  readonly port: string
  readonly host: string
  readonly names: readonly string[]
  readonly contact: string | undefined
  readonly log: string
}

export function configFrom(environment: NodeJS.ProcessEnv): Config | { readonly unknown: string } {
  const unknown = Object.keys(environment).find((name) => name.startsWith('FAIRLANE_') && !(name in DEFAULTS))
  if (unknown) return { unknown }
  const value = (name: keyof typeof DEFAULTS) => environment[name] || DEFAULTS[name]
  return {
    databaseUrl: value('DATABASE_URL') || undefined,
    data: value('FAIRLANE_DATA'),
    port: value('FAIRLANE_PORT'),
    host: value('FAIRLANE_HOST'),
    names: value('FAIRLANE_NAMES').split(',').filter(Boolean),
    contact: value('FAIRLANE_CONTACT') || undefined,
    log: value('FAIRLANE_LOG'),
  }
}
