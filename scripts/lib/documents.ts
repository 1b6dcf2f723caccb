import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './places.mjs'

export interface Document {
  /** Relative to the repository. */
  path: string
  text: string
}

/** The documents for people, by their paths. */
export function readDocuments(): Document[] {
  return globSync(['*.md', 'docs/**/*.md'], { cwd: root })
    .sort()
    .map((path) => ({ path, text: read(path) }))
}

/** A file of the repository. */
export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

const blocks = /^```.*\n([\s\S]*?)^```/gm

/** The text of blocks of code. */
export function codeBlocks(text: string): string[] {
  return [...text.matchAll(blocks)].map(([, code = '']) => code)
}

/** What stands between backticks on one line, outside of blocks of code. */
export function codeSpans(text: string): string[] {
  return [...text.replace(blocks, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)
}

/** The cells of all tables, row by row, without headings and rules. */
export function tableRows(text: string): string[][] {
  const rows = text.split('\n').map((line) => (line.startsWith('|') ? line.split('|').slice(1, -1) : undefined))
  return rows.flatMap((cells) => (cells && !cells.every((cell) => /^-*$/.test(cell.trim())) ? [cells.map((cell) => cell.trim())] : []))
}

/** The addresses of headings inside a page, as GitHub makes them. */
export function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )
}
