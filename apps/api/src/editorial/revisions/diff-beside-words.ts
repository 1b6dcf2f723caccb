import { isDeepStrictEqual } from 'node:util'
import type { Block } from '@bantin/shared/body'
import type { BesideWords } from '@bantin/shared/revisions'

/**
 * What differs between two states of a block beside its words. Where the words differ too, marks and links are compared without their
 * places: these have changed anyhow.
 */
export function diffBesideWords(before: Block, after: Block, haveSameWords: boolean): BesideWords[] {
  const [was, is] = [readBlock(before), readBlock(after)]
  return aspects.filter((aspect) => {
    const [one, other] = [was[aspect], is[aspect]].map((found) => (haveSameWords ? found : found.map(({ what }) => what)))
    return !isDeepStrictEqual(one, other)
  })
}

const aspects = ['shape', 'files', 'description', 'marks', 'links'] as const satisfies BesideWords[]

/** Something of a block that is no word, and in which stretch of the text. */
interface Finding {
  what: unknown
  from: number
  to: number
}

interface Reading extends Record<BesideWords, Finding[]> {
  /** How much of the text is read. */
  length: number
  /** What the text that was read last stands under. */
  open: Finding[]
}

interface Node {
  type: string
  text?: string
  marks?: { type: string; attrs?: object }[]
  attrs?: Record<string, unknown>
  content?: Node[]
}

const fileAttributes = ['mediaId', 'posterId', 'host', 'videoId']
const describingAttributes = ['alt', 'decorative']
const shapeAttributes = ['start', 'colspan', 'rowspan']

function readBlock(block: Block): Reading {
  const reading: Reading = { length: 0, open: [], shape: [], files: [], description: [], marks: [], links: [] }
  // Which block it is and its level stand beside.
  const { attrs, content } = block as Node
  readAttributes(reading, attrs)
  for (const child of content ?? []) readNode(reading, child, 1)
  return reading
}

function readNode(reading: Reading, node: Node, depth: number): void {
  const { type, attrs, content = [] } = node
  if (type === 'text' || type === 'person') {
    readText(reading, node)
    return
  }
  reading.shape.push({ what: [type, depth], from: 0, to: 0 })
  readAttributes(reading, attrs)
  for (const child of content) readNode(reading, child, depth + 1)
}

function readText(reading: Reading, { type, text, marks = [], attrs }: Node): void {
  const from = reading.length
  reading.length += (text ?? String(attrs?.text ?? '')).length
  const linked = type === 'person' ? [attrs?.appointmentId] : marks.filter((mark) => mark.type === 'link')
  reading.open = [
    ...linked.map((what) => continueRun(reading, reading.links, what, from)),
    ...marks.filter((mark) => mark.type !== 'link').map((what) => continueRun(reading, reading.marks, what, from)),
  ]
}

/** A mark that goes on over the next text is one. */
function continueRun({ open, length }: Reading, runs: Finding[], what: unknown, from: number): Finding {
  const going = open.find((run) => run.to === from && isDeepStrictEqual(run.what, what))
  const run = going ?? { what, from, to: length }
  run.to = length
  if (!going) runs.push(run)
  return run
}

function readAttributes({ shape, files, description }: Reading, attrs: Node['attrs'] = {}): void {
  const said = (names: string[]) => ({ what: names.map((name) => attrs[name] ?? null), from: 0, to: 0 })
  shape.push(said(shapeAttributes))
  if (fileAttributes.every((name) => attrs[name] == null)) return
  files.push(said(fileAttributes))
  description.push(said(describingAttributes))
}
