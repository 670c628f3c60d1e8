/** What both databases can do: lend a channel (one connection) on which statements run one after another. */
export interface Rows {
  readonly rows: Record<string, unknown>[]
  readonly affected: number
}

export interface Channel {
  query(sql: string, parameters: readonly unknown[]): Promise<Rows>
  /** Runs `COPY … FROM` with the given CSV text; answers the number of rows. */
  copyIn(table: string, columns: readonly string[], csv: string): Promise<number>
}

export interface Engine {
  readonly kind: 'embedded' | 'server'
  acquire(): Promise<Channel>
  release(channel: Channel): void
  /** The database's own files to the disk, so that they may be copied; nothing on a server. */
  checkpoint(): Promise<void>
  close(): Promise<void>
}
