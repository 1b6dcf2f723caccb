/** The top of a scale that begins at 0: a round number that is not below the highest value, whose half is a whole number too. */
export function ceilingOf(highest: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, highest))))
  return ([2, 4, 6, 8, 10].find((step) => step * power >= highest) ?? 10) * power
}
