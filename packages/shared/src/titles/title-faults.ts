import { keysOf, wordsOf } from '../search/words.ts'
import type { Title } from '../titles.ts'
import { exactOf, foldedOf, possibleNames, type Span, type Worded, worded } from './named-people.ts'
import { joiningWords, placeWords } from './title-words.ts'
import { headAt, titlesAt, type WrittenTitle } from './written-titles.ts'

/** A name beside a title that was, according to what is known of posts, not his on the day. */
export interface TitleFault {
  /** Both as they are written. */
  name: string
  title: string
  /** He had it before (`ended`), has it later, or it is none of his (`other`). */
  kind: 'ended' | 'later' | 'other'
  /** When it was or will be his; of `other` what he has on the day. */
  titles: Title[]
}

/**
 * What a text says of people whose posts are known, where it differs from that. `titles` are all that these people have, had and will
 * have, as of the day. It keeps silent where it cannot be sure: it is a question to the writer.
 */
export function titleFaults(text: string, titles: readonly Title[], day: string): TitleFault[] {
  const byName = Map.groupBy(titles, ({ person }) => nameKey(person.name))
  return text.split('\n').flatMap((line) => faultsOfLine(worded(line), byName, day))
}

/** The names, folded, that stand beside a title in the text, each once: whose titles there is to ask for. */
export function namesBesideTitles(text: string): string[] {
  return [...new Set(text.split('\n').flatMap((line) => besideTitles(worded(line))))]
}

function besideTitles(line: Worded): string[] {
  return possibleNames(line)
    .filter((span) => titlesAt(line, span).near.length > 0)
    .map((span) => foldedOf(line, span))
    .filter((name) => /^[\p{L}\p{M}' -]{1,100}$/u.test(name))
}

function faultsOfLine(line: Worded, byName: Map<string, Title[]>, day: string): TitleFault[] {
  let taken = -1
  return possibleNames(line).flatMap((span) => {
    const known = span.end === taken ? undefined : byName.get(exactOf(line, span))
    if (!known) return []
    taken = span.end
    return faultsAt(line, span, known, day)
  })
}

function faultsAt(line: Worded, name: Span, known: Title[], day: string): TitleFault[] {
  const { near, strung } = titlesAt(line, name)
  const today = known.filter(({ current }) => current)
  const isHis = (written: WrittenTitle) => today.some((title) => isMeant(written, title))
  // Of several titles one may stand in no list of posts: a party's, a council's.
  const isKnownAsHe = [...near, ...strung].some(isHis)
  return near.flatMap((written): TitleFault[] => {
    const others = known.filter((title) => !title.current && isMeant(written, title))
    if (isHis(written) || (others.length === 0 && isKnownAsHe)) return []
    const said = { name: wordsAsWritten(line, name), title: wordsAsWritten(line, written.span) }
    if (others.length === 0) return [{ ...said, kind: 'other', titles: today }]
    return [{ ...said, kind: others.some(({ from }) => from === null || from <= day) ? 'ended' : 'later', titles: others }]
  })
}

function wordsAsWritten({ text, words }: Worded, { start, end }: Span): string {
  return text.slice(words[start]?.start, words[end - 1]?.end)
}

function nameKey(name: string): string {
  const line = worded(name)
  return exactOf(line, { start: 0, end: line.words.length })
}

/** The same head; and, where a unit is written, a word of it in the name of the post's unit, which texts call in many ways. */
function isMeant({ head, unit }: WrittenTitle, { post, unit: { name, shortName } }: Title): boolean {
  if (!headsOf(post).includes(head)) return false
  const telling = unit.map((text) => keysOf({ text }).folded).filter((word) => !placeWords.has(word) && !joiningWords.has(word))
  if (telling.length === 0) return true
  const called = [name, shortName ?? '', post].flatMap((text) => wordsOf(text).map((word) => keysOf(word).folded))
  const initials = called.map((word) => word[0]).join('')
  return telling.some((word) => called.includes(word) || (isAbbreviated(unit, word) && initials.includes(word)))
}

function isAbbreviated(unit: string[], word: string): boolean {
  return unit.some((text) => text === text.toUpperCase() && keysOf({ text }).folded === word)
}

function headsOf(post: string): string[] {
  const line = worded(post)
  const heads: string[] = []
  for (let at = 0; at < line.words.length; at++) {
    const head = headAt(line, at)
    if (!head) continue
    heads.push(foldedOf(line, head))
    at = head.end - 1
  }
  return heads
}
