/** How far a reader of the feed has come. */
export interface FeedCursor {
  epoch: string
  seq: string
  /** Of who is at the beginning still: up to here entries that have a later one are left out. */
  end: string | undefined
}

/** Reads a cursor that the schema has let through. */
export function readCursor(text: string): FeedCursor {
  const [epoch = '', seq = '', end] = text.split(/:|\.\./)
  return { epoch, seq, end }
}

/** Who is not behind `end` yet takes it along; from there on every entry is told. */
export function writeCursor({ epoch, seq, end }: { epoch: number; seq: number; end: number }): string {
  return seq < end ? `${epoch}:${seq}..${end}` : `${epoch}:${seq}`
}
