/** Who acts. Until sign-in exists there is one: the operator on this machine. */
export type Actor = { readonly kind: 'operator' } | { readonly kind: 'installation' }
export const OPERATOR: Actor = { kind: 'operator' }
/** What the program does by itself: loading the sample. */
export const INSTALLATION: Actor = { kind: 'installation' }

/** Whose rows one may see: everyone's view rests on published rows; the buyer's own people see internal ones too. */
export type Reach = 'published' | 'internal'
