import type { Block, Body, Inline, Mark } from '../body.ts'
import { longestText } from './bounds.ts'
import { distinctMarks } from './distinct-marks.ts'

/**
 * The same body in the one form in which it is kept: every block has an id of its own (`makeId` gives fresh ones where it is missing or
 * repeated), nothing says null or what holds anyway, marks stand in one order, and neighbouring texts with the same marks are one.
 */
export function tidyBody(body: Body, makeId: () => string): Body {
  const seen = new Set<string>()
  const content = body.content.map((block) => {
    const known = block.attrs?.id
    const id = known != null && !seen.has(known) ? known : makeId()
    seen.add(id)
    const tidy = tidyNode(block)
    return { ...tidy, attrs: { ...tidy.attrs, id } } as Block
  })
  return { type: 'doc', content }
}

interface Node {
  type: string
  attrs?: Record<string, unknown>
  content?: unknown[]
}

const withInline = new Set(['paragraph', 'heading', 'figure', 'file', 'video'])

function tidyNode(node: Node): Node {
  const { id: _, ...attrs } = node.attrs ?? {}
  const said = Object.entries(attrs).filter(([name, value]) => value != null && value !== without[name])
  const saidAttrs = said.length > 0 ? { attrs: Object.fromEntries(said) } : {}
  if (!withInline.has(node.type)) {
    return { type: node.type, ...saidAttrs, ...(node.content && { content: (node.content as Node[]).map(tidyNode) }) }
  }
  const content = tidyInline(node.content as Inline | undefined)
  return { type: node.type, ...saidAttrs, ...(content.length > 0 ? { content } : {}) }
}

/** What holds where an attribute is not there. */
const without: Record<string, unknown> = { decorative: false, start: 1, colspan: 1, rowspan: 1 }

type Text = Extract<Inline[number], { type: 'text' }>

function tidyInline(nodes: Inline = []): Inline {
  const tidied: Inline = []
  for (const node of nodes) {
    const next = node.type === 'text' ? tidyText(node) : node
    const last = tidied.at(-1)
    const joined = last?.type === 'text' && next.type === 'text' ? joinedText(last, next) : undefined
    if (joined) tidied[tidied.length - 1] = joined
    else tidied.push(next)
  }
  return tidied
}

function joinedText(last: Text, next: Text): Text | undefined {
  if (last.text.length + next.text.length > longestText || !haveSameMarks(last.marks, next.marks)) return undefined
  // A mark that stood at the beginning of a text belongs to the letter before it now.
  return { ...last, text: (last.text + next.text).normalize('NFC') }
}

function tidyText({ text, marks }: Text): Text {
  return marks && marks.length > 0 ? { type: 'text', text, marks: inOrder(marks) } : { type: 'text', text }
}

const order: Record<Mark['type'], number> = { link: 0, lang: 1, bold: 2, italic: 3, underline: 4, subscript: 5, superscript: 6 }

/** One of each kind, the outermost first. */
function inOrder(marks: Mark[]): Mark[] {
  return [...distinctMarks(marks)].sort((a, b) => order[a.type] - order[b.type])
}

/** Of marks in order. */
function haveSameMarks(one: Mark[] = [], other: Mark[] = []): boolean {
  return one.length === other.length && one.every((mark, i) => keyOf(mark) === keyOf(other[i] as Mark))
}

function keyOf(mark: Mark): string {
  if (mark.type === 'link') return `link ${mark.attrs.href}`
  return mark.type === 'lang' ? `lang ${mark.attrs.lang}` : mark.type
}
