/** The person a page is made for, as far as a page needs to know them. */
import type { Language, Words } from '../kit/words/index.js'

export interface Link {
  readonly href: string
  readonly label: string
  /** The label's language, when it is not the page's. */
  readonly lang?: string | undefined
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
  /** Without language and area, with query: `/fit?idea=7`. */
  readonly path: string
  readonly nav: readonly NavItem[]
  /** Where one looks things up: behind one word of the menu. */
  readonly more?: readonly NavItem[] | undefined
  readonly footer: readonly Link[]
  /** One sentence above every page, such as that the city is invented. */
  readonly banner?: string | undefined
  /**
   * The same pages stand twice: for everyone, and under `/me` for the buyer's own people, who see internal rows too and
   * may act. A public page never differs by who asks.
   */
  readonly reach: 'published' | 'internal'
}

export const otherLanguage = (language: Language): Language => (language === 'sv' ? 'en' : 'sv')

/** Within the reader's own area: `/fit?x=1` is `/sv/fit?x=1`, or `/sv/me/fit?x=1`; the front page is `/sv` or `/sv/me`. */
export const hrefIn = ({ language, reach }: Pick<Reader, 'language' | 'reach'>, path: string): string =>
  `/${language}${reach === 'internal' ? '/me' : ''}${path === '/' ? '' : path}`
