/** How many rounds are measured; their median counts, so that another program on the machine spoils no more than its rounds. */
const rounds = 9
/** Milliseconds of a round. */
const roundLength = 300

/**
 * How often a second `work` is done with one of the items, which come in turn. Answers a number of whatever it made, so that nothing is
 * made for nothing and thrown away before it was there.
 */
export function rateOf<Item>(items: readonly Item[], work: (item: Item) => number): number {
  measure(items, work)
  const rates = Array.from({ length: rounds }, () => measure(items, work)).sort((a, b) => a - b)
  return Math.round(rates[Math.floor(rounds / 2)] ?? 0)
}

let made = 0

function measure<Item>(items: readonly Item[], work: (item: Item) => number): number {
  const begun = performance.now()
  let done = 0
  let now = begun
  while (now - begun < roundLength) {
    for (const item of items) made += work(item)
    done += items.length
    now = performance.now()
  }
  if (!Number.isFinite(made)) throw new Error('work has to answer a number')
  return (done * 1000) / (now - begun)
}
