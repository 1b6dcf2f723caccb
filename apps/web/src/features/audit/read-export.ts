/**
 * How many rows a CSV of the log has, and the id in its last one (RFC 4180, with a line of names). Line breaks inside quotes are
 * part of a row.
 */
export function readExport(csv: string): { rows: number; lastId: number | null } {
  let [lines, lineStart, lastStart, isQuoted] = [0, 0, 0, false]
  for (let at = 0; at < csv.length; at++) {
    const letter = csv.charCodeAt(at)
    if (letter === 0x22) isQuoted = !isQuoted
    if (letter !== 0x0a || isQuoted) continue
    lines += 1
    lastStart = lineStart
    lineStart = at + 1
  }
  const id = lines > 1 ? Number.parseInt(csv.slice(lastStart, lastStart + 20), 10) : Number.NaN
  return { rows: Math.max(lines - 1, 0), lastId: Number.isNaN(id) ? null : id }
}
