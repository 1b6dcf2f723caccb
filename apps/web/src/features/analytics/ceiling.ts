const steps = [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10]

/** The top of a scale that begins at 0: a round number that is not below the highest value, whose half is a whole number too. */
export function ceilingOf(highest: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, highest)))
  const tops = steps.map((step) => Math.round(step * power * 10) / 10)
  return tops.find((top) => top >= highest && top % 2 === 0) ?? 10 * power
}
