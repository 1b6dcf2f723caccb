/** Says the same at most once in so many milliseconds, however often it is asked to. */
export function seldom(milliseconds: number, say: () => void): () => void {
  let since = Number.NEGATIVE_INFINITY
  return () => {
    const now = performance.now()
    if (now < since + milliseconds) return
    since = now
    say()
  }
}
