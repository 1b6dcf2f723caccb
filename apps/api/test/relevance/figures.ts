/** So many of what is found count: the first page of a telephone. */
export const counted = 10

/** How well an order of what was found fits the grades (Järvelin and Kekäläinen 2002): 1 is the best order there could be. */
export function ndcg(found: string[], grades: Map<string, number>): number {
  const gains = found.slice(0, counted).map((key) => grades.get(key) ?? 0)
  const best = [...grades.values()].sort((a, b) => b - a).slice(0, counted)
  return discounted(gains) / discounted(best)
}

function discounted(grades: number[]): number {
  return grades.reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0)
}

/** Which part of what is about the query was found, of as much as fits. */
export function recall(found: string[], grades: Map<string, number>): number {
  const wanted = [...grades].filter(([, grade]) => grade >= 2).map(([key]) => key)
  const hits = wanted.filter((key) => found.slice(0, counted).includes(key))
  return hits.length / Math.min(counted, wanted.length)
}

export function mean(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}
