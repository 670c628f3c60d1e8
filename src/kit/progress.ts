/** How far long work has come. The rate and the time left are worked out where it is shown. */
export interface Progressed {
  readonly unit: 'bytes' | 'rows'
  readonly done: number
  /** Undefined when the end is not known beforehand. */
  readonly total: number | undefined
}
export type Progress = (now: Progressed) => void
