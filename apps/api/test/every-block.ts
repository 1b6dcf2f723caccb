import type { Block, Body, Inline } from '@bantin/shared/body'

/** Every block that a text can have; the lead picture comes in it again. */
export function everyBlock(lead: string, picture: string, document: string): Body {
  const content: Inline = [{ type: 'text', text: 'Một đoạn văn.' }]
  const paragraph: Block & { type: 'paragraph' } = { type: 'paragraph', content }
  const marked: Inline = [{ type: 'text', text: 'thử', marks: [{ type: 'bold' }, { type: 'link', attrs: { href: '/thu' } }] }]
  const figure = (mediaId: string) => ({ type: 'figure' as const, attrs: { mediaId, alt: 'Ảnh thử' }, content })
  return {
    type: 'doc',
    content: [
      paragraph,
      { type: 'heading', attrs: { level: 2 }, content: marked },
      { type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [paragraph] }] },
      { type: 'quote', content: [paragraph] },
      figure(picture),
      { type: 'gallery', content: [figure(lead), figure(picture)] },
      { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan: 2 }, content: [paragraph] }] }] },
      { type: 'file', attrs: { mediaId: document }, content },
      { type: 'video', attrs: { host: 'vimeo', videoId: '1', posterId: picture }, content },
      { type: 'rule' },
    ],
  }
}
