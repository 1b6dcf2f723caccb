/** Ranks by score, the highest first. Equal scores share a rank and those behind them keep theirs: 1, 2, 2, 4. Without a score no rank. */
export function rankScores(scores: (number | null)[]): (number | null)[] {
  return scores.map((score) => (score === null ? null : 1 + scores.filter((other) => other !== null && other > score).length))
}
