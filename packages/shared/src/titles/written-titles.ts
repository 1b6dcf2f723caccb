import { keysOf, type Word } from '../search/words.ts'
import { capitalRuns, foldedOf, gapBefore, isUpper, type Span, type Worded } from './named-people.ts'
import { families, honorifics, otherTimes, partings, partsOfEvents, placeWords, titleHeads } from './title-words.ts'

/** A title as a text has it: what it begins with, and the words of the unit behind it. */
export interface WrittenTitle {
  head: string
  /** As they are written. */
  unit: string[]
  span: Span
}

/** How far from the name a title may begin, in words. */
const farthest = 16

/**
 * The titles that stand right at a name: before it with nothing but a unit between (`Chủ tịch UBND tỉnh Nguyễn Văn An`), and between
 * commas behind it (`Nguyễn Văn An, Chủ tịch UBND tỉnh,`), and those that are strung to them by commas.
 */
export function titlesAt(line: Worded, name: Span): { near: WrittenTitle[]; strung: WrittenTitle[] } {
  const before = titleBefore(line, name.start)
  const after = isComma(gapBefore(line, name.end)) ? titleFrom(line, name.end) : undefined
  const near = [before, after].filter((title) => title !== undefined)
  return { near, strung: [...strungBefore(line, before), ...strungAfter(line, after)] }
}

function titleBefore(line: Worded, nameStart: number): WrittenTitle | undefined {
  let end = nameStart
  while (end > 0 && isPlain(gapBefore(line, end)) && honorifics.has(folded(line, end - 1))) end--
  if (!isPlain(gapBefore(line, end))) return undefined
  for (let start = end - 1; start >= Math.max(0, end - farthest); start--) {
    const head = headAt(line, start)
    const longer = start > 0 && isPlain(gapBefore(line, start)) ? headAt(line, start - 1) : undefined
    const found = head && longer && longer.end === head.end ? longer : head
    if (found && found.end <= end) return whole(line, found, end)
    if (start > 0 && isEnd(gapBefore(line, start))) return undefined
  }
  return undefined
}

function whole(line: Worded, head: Span, end: number): WrittenTitle | undefined {
  const title = titleOf(line, head, end)
  return title && title.span.end === end && !isJoined(line, end - 1) ? title : undefined
}

/** The title that begins with this word and is nobody else's. */
function titleFrom(line: Worded, start: number): WrittenTitle | undefined {
  const head = headAt(line, start)
  if (!head) return undefined
  let end = head.end
  while (end < line.words.length && end - start < farthest && !isEnd(gapBefore(line, end))) end++
  const title = titleOf(line, head, end)
  return title && !isFollowedByName(line, { start: head.end, end }) ? title : undefined
}

function titleOf(line: Worded, head: Span, end: number): WrittenTitle | undefined {
  const tail = foldedOf(line, { start: head.end, end })
  if (partsOfEvents.some((part) => `${tail} `.startsWith(`${part.join(' ')} `))) return undefined
  if (head.start > 0 && otherTimes.has(small(line, head.start - 1)) && isPlain(gapBefore(line, head.start))) return undefined
  const unitEnd = endOfUnit(line, { start: head.end, end })
  const unit = line.words.slice(head.end, unitEnd).map(({ text }) => text)
  return { head: foldedOf(line, head), unit, span: { start: head.start, end: unitEnd } }
}

/** A unit begins with a capital, or with what kind of place it is of, and ends where something is done. */
function endOfUnit(line: Worded, { start, end }: Span): number {
  if (start < end && !isUpper(line, start) && !placeWords.has(folded(line, start))) return start
  for (let at = start; at < end; at++) if (partings.has(line.words[at]?.text ?? '')) return at
  return end
}

/** The longest head that begins with the word. */
export function headAt(line: Worded, start: number): Span | undefined {
  const found = titleHeads.filter((head) =>
    head.every((word, i) => folded(line, start + i) === word && (i === 0 || isPlain(gapBefore(line, start + i)))),
  )
  const longest = Math.max(0, ...found.map(({ length }) => length))
  return longest > 0 ? { start, end: start + longest } : undefined
}

function strungBefore(line: Worded, title: WrittenTitle | undefined): WrittenTitle[] {
  const found: WrittenTitle[] = []
  let end = title?.span.start ?? 0
  while (end > 0 && isComma(gapBefore(line, end))) {
    let start = end - 1
    while (start > 0 && !isEnd(gapBefore(line, start))) start--
    const before = Array.from({ length: end - start }, (_, i) => headAt(line, start + i)).find((head) => head !== undefined)
    const strung = before && titleOf(line, before, end)
    if (!strung) break
    found.push(strung)
    end = strung.span.start
  }
  return found
}

function strungAfter(line: Worded, title: WrittenTitle | undefined): WrittenTitle[] {
  const found: WrittenTitle[] = []
  let last = title
  while (last && isComma(gapBefore(line, last.span.end))) {
    last = titleFrom(line, last.span.end)
    if (last) found.push(last)
  }
  return found
}

function isFollowedByName(line: Worded, { start, end }: Span): boolean {
  return capitalRuns(line).some(
    (run) => run.start >= start && run.end <= end && run.end - run.start >= 2 && families.has(folded(line, run.start)),
  )
}

function isJoined(line: Worded, at: number): boolean {
  return ['và', 'cùng', 'với'].includes(small(line, at))
}

function folded({ words }: Worded, at: number): string {
  return words[at] ? keysOf(words[at] as Word).folded : ''
}

function small({ words }: Worded, at: number): string {
  return (words[at]?.text ?? '').toLowerCase()
}

function isPlain(gap: string): boolean {
  return gap.trim() === ''
}

function isComma(gap: string): boolean {
  return /^\s*,\s*$|^\s*\($|^ [–-] $/.test(gap)
}

/** A dash within a unit's name (`Thi đua – Khen thưởng`) is no end. */
function isEnd(gap: string): boolean {
  return /[^\s–"“”-]/.test(gap) || gap.includes('\n')
}
