import type { Block, Body } from '@bantin/shared/body'

/** Somebody whom a text names by a title: the words that stand there first, and in which block. */
export interface NamedPerson {
  appointmentId: string
  text: string
  blockId: string | undefined
}

interface Node {
  type: string
  attrs?: object
  content?: Node[]
}

/** Each appointment once, in the order of the text. */
export function namedIn(body: Body): NamedPerson[] {
  const all = body.content.flatMap((block) => peopleIn(block as Node).map((attrs) => ({ ...attrs, blockId: block.attrs?.id ?? undefined })))
  return all.filter((one, i) => all.findIndex(({ appointmentId }) => appointmentId === one.appointmentId) === i)
}

/** The same text, in which the words that named somebody name nobody any more. */
export function withoutPerson(body: Body, appointmentId: string): Body {
  return { ...body, content: body.content.map((block) => plain(block as Node, appointmentId) as Block) }
}

type PersonAttrs = Omit<NamedPerson, 'blockId'>

function peopleIn({ type, attrs, content = [] }: Node): PersonAttrs[] {
  return type === 'person' ? [attrs as PersonAttrs] : content.flatMap(peopleIn)
}

function plain(node: Node, appointmentId: string): Node {
  if (node.type === 'person') {
    const { appointmentId: own, text } = node.attrs as PersonAttrs
    return own === appointmentId ? ({ type: 'text', text } as Node) : node
  }
  return node.content ? { ...node, content: node.content.map((inner) => plain(inner, appointmentId)) } : node
}
