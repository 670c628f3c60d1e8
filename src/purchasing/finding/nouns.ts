/** What can be looked for, in the order it is shown. */
export const NOUNS = ['contracts', 'procurements', 'suppliers', 'buyers', 'units', 'accounts', 'categories'] as const
export type Noun = (typeof NOUNS)[number]
