/** A citation: the source that a fact or rule rests on, precise enough for a reader to open it at the place. */
export interface Citation {
  readonly source: string
  readonly place?: string
  readonly year?: number
  readonly url?: string
  readonly licence?: string
}
