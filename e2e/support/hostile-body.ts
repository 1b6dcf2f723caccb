import type { Block, Body, Inline } from '@bantin/shared/body'
import { attacks, refusedAddresses, takenAddresses } from './attacks.ts'

/** The files that it shows: all of their words are hostile too. */
export interface HostileFiles {
  picture: string
  document: string
  recording: string
  /** Of somebody who has such a name, in such a post. */
  appointment: string
}

/** Every attack in every node and attribute that has words, as far as the contract takes them; `turn` moves them on, for another text. */
export function hostileBody(files: HostileFiles, turn = 0): Body {
  const words = attacks.map((_, index) => attacks[(index + turn) % attacks.length] as string)
  return { type: 'doc', content: [...words.flatMap((text, index) => blocksOf(text, files, index)), ...takenAddresses.map(link)] }
}

const marks = [['bold'], ['italic', 'underline'], ['subscript'], ['superscript']] as const

function blocksOf(text: string, { picture, document, recording, appointment }: HostileFiles, index: number): Block[] {
  const plain: Inline = [{ type: 'text', text }]
  const marked: Inline = [
    { type: 'text', text, marks: (marks[index % marks.length] ?? []).map((type) => ({ type })) },
    { type: 'text', text, marks: [{ type: 'lang', attrs: { lang: 'en' } }] },
    { type: 'person', attrs: { appointmentId: appointment, text } },
  ]
  const paragraph = { type: 'paragraph' as const, content: marked }
  const figure = { type: 'figure' as const, attrs: { mediaId: picture, alt: text, credit: text }, content: plain }
  const cell = (type: 'tableHeader' | 'tableCell') => ({ type, content: [paragraph] })
  return [
    { type: 'paragraph', content: plain },
    { type: 'heading', attrs: { level: 2 + (index % 3) }, content: marked },
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph] }] },
    { type: 'quote', content: [paragraph] },
    figure,
    { type: 'figure', attrs: { mediaId: picture }, content: plain },
    { type: 'gallery', content: [figure] },
    { type: 'table', content: [{ type: 'tableRow', content: [cell('tableHeader'), cell('tableCell')] }] },
    { type: 'file', attrs: { mediaId: index % 2 === 0 ? document : recording }, content: plain },
    { type: 'video', attrs: { host: 'youtube', videoId: 'dQw4w9WgXcQ', posterId: picture }, content: plain },
  ]
}

/**
 * What no request brings in: addresses that the contract refuses, and attacks where it has numbers, names and codes. Ids of files are not
 * among it: the database takes none that is no id.
 */
export function strayBody({ picture }: HostileFiles): Body {
  const content = [...refusedAddresses.map(link), ...attacks.flatMap((text) => strayBlocks(text, picture))]
  return { type: 'doc', content: content as Block[] }
}

function strayBlocks(text: string, mediaId: string) {
  const cell = { type: 'tableCell', attrs: { colspan: text, rowspan: text }, content: [] }
  return [
    { type: 'heading', attrs: { level: text }, content: [{ type: 'text', text }] },
    { type: 'orderedList', attrs: { start: text }, content: [{ type: 'listItem', content: [] }] },
    { type: 'paragraph', attrs: { id: text }, content: [{ type: 'text', text, marks: [{ type: 'lang', attrs: { lang: text } }] }] },
    { type: 'table', content: [{ type: 'tableRow', content: [cell] }] },
    { type: 'video', attrs: { host: 'youtube', videoId: text } },
    { type: 'figure', attrs: { mediaId, alt: text, credit: text, decorative: text } },
  ]
}

/** A paragraph that is a link. */
export function link(href: string): Block {
  return { type: 'paragraph', content: [{ type: 'text', text: 'đường dẫn', marks: [{ type: 'link', attrs: { href } }] }] }
}
