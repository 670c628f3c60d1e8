/** The person a page is made for, as far as a page needs to know them. */
import type { Language, Words } from '../kit/words/index.js'

export interface Link {
  readonly href: string
  readonly label: string
}
export interface NavItem extends Link {
  readonly current?: boolean | undefined
}

/** The part of a reader that a component needs to speak their language. */
export interface Says {
  readonly language: Language
  readonly words: Words
}

export interface Reader extends Says {
  /** Without language prefix, with query: `/fit?idea=7`. */
  readonly path: string
  readonly nav: readonly NavItem[]
  readonly footer: readonly Link[]
  /** One sentence above every page, such as that the city is invented. */
  readonly banner?: string | undefined
  readonly operator: boolean
  /** Whether what this reader sees may rest on internal rows. */
  readonly reach: 'published' | 'internal'
  /** Where the wordmark leads: `/sv`. */
  readonly home: string
}

export const otherLanguage = (language: Language): Language => (language === 'sv' ? 'en' : 'sv')

/** `hrefIn('sv', '/fit?x=1')` is `/sv/fit?x=1`; the front page is `/sv`. */
export const hrefIn = (language: Language, path: string): string => `/${language}${path === '/' ? '' : path}`
