/** From this rank on words get rare faster. */
const bend = 150

/**
 * Draws ranks from 0 to below `count`: the one of rank n is as frequent as 1 / (n + 3.7), as words of a language are (Zipf, Mandelbrot), and
 * those behind the bend as the third power of that, so that a list of some hundred words has as rare ones as a language of thousands.
 */
export function zipf(count: number): (random: () => number) => number {
  const sums = new Float64Array(count)
  let sum = 0
  for (let rank = 0; rank < count; rank += 1) {
    sum += Math.min(1, bend / (rank + 1)) ** 2 / (rank + 3.7)
    sums[rank] = sum
  }
  return (random) => {
    const drawn = random() * sum
    let [low, high] = [0, count - 1]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((sums[middle] ?? 0) < drawn) low = middle + 1
      else high = middle
    }
    return low
  }
}
