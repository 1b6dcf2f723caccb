import { isLanguage } from '@bantin/shared/language-tag'
import { isLinkTarget } from '@bantin/shared/link-target'
import { Mark, type MarkConfig } from '@tiptap/core'

/** Letters never make a mark by themselves: only keys and buttons do. */
function plainMark(name: string, tags: string[], keys: string[] = []) {
  const [tag = 'span'] = tags
  return Mark.create({
    name,
    parseHTML: () => tags.map((each) => ({ tag: each })),
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
    addKeyboardShortcuts() {
      return Object.fromEntries(keys.map((key) => [key, () => this.editor.commands.toggleMark(name)]))
    },
  } satisfies MarkConfig)
}

/** Where the text leads; typing at its end goes on without it. */
export const LinkMark = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [{ tag: 'a[href]', getAttrs: (element) => (isLinkTarget(element.getAttribute('href') ?? '') ? null : false) }],
  renderHTML: ({ HTMLAttributes }) => ['a', { rel: 'noopener', ...HTMLAttributes }, 0],
})

/** A passage in another language, for screen readers and hyphenation. */
export const LangMark = Mark.create({
  name: 'lang',
  addAttributes: () => ({ lang: { default: null } }),
  parseHTML: () => [{ tag: 'span[lang]', getAttrs: (element) => (isLanguage(element.getAttribute('lang') ?? '') ? null : false) }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
})

export const plainMarkNodes = [
  plainMark('bold', ['strong', 'b'], ['Mod-b']),
  plainMark('italic', ['em', 'i'], ['Mod-i']),
  plainMark('underline', ['u'], ['Mod-u']),
  plainMark('subscript', ['sub'], ['Mod-,']),
  plainMark('superscript', ['sup'], ['Mod-.']),
]
