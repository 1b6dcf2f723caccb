import type { EmulationMapping, EmulationRow, EmulationTable, TableFault } from '@bantin/shared/editorial-emulation'
import { readNumber } from '@bantin/shared/read-number'
import { fold } from '@bantin/shared/text'

/** A member with its code and all that it is or was called. */
interface CalledMember {
  unitId: string
  name: string
  code: string | null
  called: string[]
}

type Field = keyof EmulationMapping

const largest = 1_000_000
const longestNote = 1000

/** What the rows of a table say, row by row, with what is wrong about each. Rows that say nothing in the columns asked for are left out. */
export function readEmulationRows(table: Pick<EmulationTable, 'rows' | 'lines' | 'mapping'>, members: CalledMember[]): EmulationRow[] {
  const find = finderOf(members)
  const used = Object.values(table.mapping).filter((column) => column !== undefined)
  const rows = table.rows.flatMap((cells, i) => {
    const isSaid = used.some((column) => cells[column]?.trim())
    return isSaid ? [readRow(cells, table.lines?.[i] ?? i + 1, table.mapping, find)] : []
  })
  return rows.map((row, i) => {
    const first = rows.findIndex(({ unitId }) => unitId !== null && unitId === row.unitId)
    if (first < 0 || first === i) return row
    const message = `Line ${rows[first]?.line} is of the same member.`
    return { ...row, problems: [...row.problems, { code: 'member_twice', field: 'member', message }] }
  })
}

function readRow(cells: string[], line: number, mapping: EmulationMapping, find: (text: string) => CalledMember[]): EmulationRow {
  const problems: EmulationRow['problems'] = []
  const fault = (field: Field, code: TableFault, message: string) => {
    problems.push({ code, field, message })
    return null
  }
  const textOf = (field: Field) => {
    const column = mapping[field]
    return column === undefined ? '' : (cells[column]?.trim() ?? '')
  }
  const score = (field: Field) => {
    const number = numberOf(textOf(field))
    return number !== undefined && Math.abs(number ?? 0) <= largest ? number : fault(field, 'not_a_number', notANumber(textOf(field)))
  }
  const rankOf = () => {
    const rank = numberOf(textOf('rank'))
    const isRank = rank === null || (Number.isInteger(rank) && rank !== undefined && rank >= 1 && rank <= 1000)
    return isRank ? rank : fault('rank', 'not_a_rank', `"${textOf('rank')}" is no rank: 1, 2, 3 …`)
  }
  const noteOf = () =>
    textOf('note').length > longestNote ? fault('note', 'too_long', 'A note has at most 1,000 letters.') : textOf('note')
  const found = find(textOf('member'))
  const [member] = found
  if (!member) fault('member', 'member_unknown', `"${textOf('member')}" is no member of the bloc in that year.`)
  if (found.length > 1) fault('member', 'member_ambiguous', `It may be ${found.map(({ name }) => name).join(' or ')}: write the code.`)
  const known = found.length === 1 ? member : undefined
  const scores = { self: score('self'), bloc: score('bloc'), final: score('final'), rank: rankOf(), note: noteOf() || null }
  return { line, member: textOf('member'), unitId: known?.unitId ?? null, name: known?.name ?? null, ...scores, problems }
}

const none = /^[-–—]?$/

/** Null for an empty cell, undefined for what is no number. */
function numberOf(text: string): number | null | undefined {
  return none.test(text) ? null : readNumber(text)
}

function notANumber(text: string): string {
  if (/^-?\d{1,3}\.\d{3}$/.test(text)) return `"${text}" is either a thousand or has decimals: write it with a comma before decimals.`
  return `"${text}" is no number.`
}

/** Finds whom a cell means: by the code, then by a name as it is written, then without diacritics, case and punctuation. */
function finderOf(members: CalledMember[]): (text: string) => CalledMember[] {
  const steps: ((text: string, member: CalledMember) => boolean)[] = [
    (text, { code }) => code === text,
    (text, { called }) => called.includes(text),
    (text, { code, called }) => [...called, code ?? ''].some((name) => plain(name) === plain(text)),
  ]
  return (text) => {
    if (plain(text) === '') return []
    for (const isMeant of steps) {
      const found = members.filter((member) => isMeant(text, member))
      if (found.length > 0) return found
    }
    return []
  }
}

const plain = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
