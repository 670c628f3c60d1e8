/** A component's examples feed the page /_look and the tests. One text helper, since examples speak both languages. */
import type { Child } from 'hono/jsx'
import type { Says } from './reader.js'

export interface Examples {
  readonly name: string
  readonly examples: readonly Example[]
}
export interface Example {
  readonly name: string
  readonly show: (reader: Says) => Child
}

/** Invented text for examples; pages take theirs from words files. */
export const either = (reader: Says, sv: string, en: string): string => (reader.language === 'sv' ? sv : en)
