/** What both databases can do: lend a channel (one connection) on which statements run one after another. */
export interface Rows {
  readonly rows: Record<string, unknown>[]
  readonly affected: number
}

export interface Channel {
  /** With `isKept` a server plans the statement once for each connection and keeps the plan. */
  query(sql: string, parameters: readonly unknown[], isKept?: boolean): Promise<Rows>
  /** Runs `COPY … FROM` with the given CSV text; answers the number of rows. */
  copyIn(table: string, columns: readonly string[], csv: string): Promise<number>
}

export interface Engine {
  readonly kind: 'embedded' | 'server'
  acquire(): Promise<Channel>
  release(channel: Channel): void
  /** Runs `work` while the database's own files are on the disk and nothing writes, so that they may be copied; none on a server. */
  readonly still?: <T>(work: () => Promise<T>) => Promise<T>
  close(): Promise<void>
}
