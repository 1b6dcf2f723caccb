import type { Block, Body, Inline, Mark } from '../body.ts'

/**
 * The same body in the one form in which it is kept: every block has an id of its own (`makeId` gives fresh ones where it is missing or
 * repeated), nothing says null, marks stand in one order, and neighbouring texts with the same marks are one.
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
  const said = Object.entries(attrs).filter(([, value]) => value !== null && value !== undefined && value !== false)
  const content = withInline.has(node.type)
    ? tidyInline(node.content as Inline | undefined)
    : (node.content as Node[] | undefined)?.map(tidyNode)
  return {
    type: node.type,
    ...(said.length > 0 ? { attrs: Object.fromEntries(said) } : {}),
    ...(content && content.length > 0 ? { content } : {}),
  }
}

function tidyInline(nodes: Inline = []): Inline {
  const tidied: Inline = []
  for (const node of nodes) {
    const last = tidied.at(-1)
    if (node.type === 'person') tidied.push(node)
    else if (last?.type === 'text' && sameMarks(last.marks, node.marks) && last.text.length + node.text.length <= longestText)
      tidied[tidied.length - 1] = { ...last, text: last.text + node.text }
    else tidied.push(tidyText(node))
  }
  return tidied
}

/** The contract's longest text node. */
const longestText = 20_000

function tidyText({ text, marks }: Extract<Inline[number], { type: 'text' }>): Inline[number] {
  return marks && marks.length > 0 ? { type: 'text', text, marks: inOrder(marks) } : { type: 'text', text }
}

const order: Record<Mark['type'], number> = { link: 0, lang: 1, bold: 2, italic: 3, underline: 4, subscript: 5, superscript: 6 }

/** One of each kind, the outermost first. */
function inOrder(marks: Mark[]): Mark[] {
  return [...new Map(marks.map((mark) => [mark.type, mark])).values()].sort((a, b) => order[a.type] - order[b.type])
}

function sameMarks(one: Mark[] = [], other: Mark[] = []): boolean {
  return one.length === other.length && JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))
}
