import type { Block, Body } from '@bantin/shared/body'
import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import { openForm } from './test-desk.tsx'
import { createServer, type TestServer } from './test-server.ts'

export const paragraph = (id: string, text: string): Block => ({ type: 'paragraph', attrs: { id }, content: [{ type: 'text', text }] })
export const bodyOf = (...content: Block[]): Body => ({ type: 'doc', content })
export const three = (a: string, b: string, c: string) => bodyOf(paragraph('a', a), paragraph('b', b), paragraph('c', c))

/** The form of an article of three paragraphs. */
export const openThree = () => {
  const server = createServer({ body: three('Một.', 'Hai.', 'Ba.') })
  openForm(server)
  return server
}

/** A colleague changed the article; the next save is put together with that to this outcome. */
export function mergesTo(server: TestServer, outcome: Partial<EditorialArticle>): void {
  server.change({})
  server.next = async () => {
    server.change(outcome)
    const { version, revision } = server.article
    return Response.json({ version, revision, savedAt: '2021-12-28T07:05:00+07:00', merged: true })
  }
}
