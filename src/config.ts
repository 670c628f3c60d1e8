/** Settings from the environment; the command line overrides. Unknown FAIRLANE_ names are refused, so that a typing error shows. */
const KNOWN = {
  /** PostgreSQL instead of the embedded database. */
  DATABASE_URL: undefined,
  /** Where the embedded database and keys lie. */
  FAIRLANE_DATA: 'data',
  FAIRLANE_PORT: '3000',
  /** Read by the tests only: what they may not skip. */
  FAIRLANE_TEST_REQUIRE: undefined,
} as const

export interface Config {
  readonly databaseUrl: string | undefined
  readonly data: string
  readonly port: number
}

export function configFrom(environment: NodeJS.ProcessEnv): Config | { readonly unknown: string } {
  const unknown = Object.keys(environment).find((name) => name.startsWith('FAIRLANE_') && !(name in KNOWN))
  if (unknown) return { unknown }
  return {
    databaseUrl: environment['DATABASE_URL'] || undefined,
    data: environment['FAIRLANE_DATA'] || KNOWN.FAIRLANE_DATA,
    port: Number(environment['FAIRLANE_PORT'] || KNOWN.FAIRLANE_PORT),
  }
}
