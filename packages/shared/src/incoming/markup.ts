/** An element of a page or a document, from whatever parser: names are in lower case. Comments are no part of it. */
export interface MarkupElement {
  name: string
  attributes: Readonly<Record<string, string>>
  children: readonly MarkupNode[]
}
export type MarkupNode = MarkupElement | string

/** The declarations of an element's style attribute, in lower case. */
export function styleOf({ attributes }: MarkupElement): Map<string, string> {
  const declarations = (attributes.style ?? '').toLowerCase().split(';')
  return new Map(
    declarations.flatMap((declaration) => {
      const at = declaration.indexOf(':')
      return at === -1 ? [] : [[declaration.slice(0, at).trim(), declaration.slice(at + 1).trim()] as const]
    }),
  )
}

/** All words in an element, as they stand there. */
export function wordsOf(node: MarkupNode): string {
  return typeof node === 'string' ? node : node.children.map(wordsOf).join('')
}

/** The elements of that name in it, in their order; one within another of the same name is not looked for. */
export function elementsIn(node: MarkupNode, name: string): MarkupElement[] {
  if (typeof node === 'string') return []
  return node.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.name === name ? [child] : elementsIn(child, name)
  })
}

/** Far deeper than any page is written: what lies below is left out, or reading it would take the stack. */
const deepest = 200

/** The tree of some parser as markup; `read` says what a node is, or null for what is none of it, such as a comment. */
export function markupFrom<N>(
  node: N,
  read: (node: N) => { name: string; attributes: Record<string, string>; children: Iterable<N> } | string | null,
  depth = 0,
): MarkupNode | null {
  const found = read(node)
  if (found === null || typeof found === 'string') return found
  if (depth === deepest) return null
  const children: MarkupNode[] = []
  for (const child of found.children) {
    const made = markupFrom(child, read, depth + 1)
    if (made !== null) children.push(made)
  }
  return { name: found.name, attributes: found.attributes, children }
}
