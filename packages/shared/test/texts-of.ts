import type { Body } from '../src/body.ts'

interface Node {
  type: string
  text?: string
  attrs?: { text?: string; credit?: string | null }
  content?: Node[]
}

/** Every text of a body in the order in which readers meet them, read without knowing what nodes there are. */
export function textsOf(body: Body): string[] {
  return textsIn(body as Node)
}

function textsIn({ text, attrs, content = [] }: Node): string[] {
  return [text, attrs?.text, ...content.flatMap(textsIn), attrs?.credit].filter((each) => typeof each === 'string')
}
