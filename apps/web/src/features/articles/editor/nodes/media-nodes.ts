import { isId } from '@bantin/shared/is-id'
import { videoHosts, videoIdPattern } from '@bantin/shared/video-hosts'
import { Node } from '@tiptap/core'

type Attributes = Record<string, unknown>

/** An attribute that stands in the clipboard's HTML under this name. */
function kept(key: string, name: string) {
  return {
    default: null,
    parseHTML: (element: HTMLElement) => element.getAttribute(name),
    renderHTML: (attributes: Attributes) => (attributes[key] == null ? {} : { [name]: attributes[key] }),
  }
}

const decorative = {
  default: null,
  parseHTML: (element: HTMLElement) => (element.hasAttribute('data-decorative') ? true : null),
  renderHTML: (attributes: Attributes) => (attributes.decorative === true ? { 'data-decorative': '' } : {}),
}

/** What other editors put into the clipboard may carry the same names: a file that cannot be one is none of ours. */
function withId(name: string) {
  return (element: HTMLElement): null | false => (isId(element.getAttribute(name) ?? '') ? null : false)
}

const videoId = new RegExp(videoIdPattern)

function isVideo(element: HTMLElement): null | false {
  const [host, id, poster] = ['data-host', 'data-video', 'data-poster'].map((name) => element.getAttribute(name))
  const isKnown = videoHosts.some((each) => each === host) && videoId.test(id ?? '')
  return isKnown && (poster == null || isId(poster)) ? null : false
}

/** A picture with its caption, which is text like any other. */
export const FigureNode = Node.create({
  name: 'figure',
  group: 'block',
  content: 'inline*',
  isolating: true,
  defining: true,
  addAttributes: () => ({
    mediaId: kept('mediaId', 'data-media'),
    alt: kept('alt', 'data-alt'),
    credit: kept('credit', 'data-credit'),
    decorative,
  }),
  parseHTML: () => [{ tag: 'figure[data-media]', getAttrs: withId('data-media'), contentElement: 'figcaption' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes, ['figcaption', 0]],
})

export const GalleryNode = Node.create({
  name: 'gallery',
  group: 'block',
  content: 'figure+',
  isolating: true,
  parseHTML: () => [{ tag: 'div[data-gallery]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { 'data-gallery': '', ...HTMLAttributes }, 0],
})

/** A document or a recording of the library; its content is what it is called. */
export const FileNode = Node.create({
  name: 'file',
  group: 'block',
  content: 'inline*',
  isolating: true,
  defining: true,
  addAttributes: () => ({ mediaId: kept('mediaId', 'data-file') }),
  parseHTML: () => [{ tag: 'div[data-file]', getAttrs: withId('data-file') }],
  renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes, 0],
})

/** A recording on another site; its content is the caption. */
export const VideoNode = Node.create({
  name: 'video',
  group: 'block',
  content: 'inline*',
  isolating: true,
  defining: true,
  addAttributes: () => ({
    host: kept('host', 'data-host'),
    videoId: kept('videoId', 'data-video'),
    posterId: kept('posterId', 'data-poster'),
  }),
  parseHTML: () => [{ tag: 'div[data-host][data-video]', getAttrs: isVideo }],
  renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes, 0],
})

/** Blocks whose text is a caption or a name: it is never split, nor joined with what stands around. */
export const captioned: readonly string[] = ['figure', 'file', 'video']
