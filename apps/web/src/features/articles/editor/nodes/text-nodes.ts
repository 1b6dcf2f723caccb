import { isId } from '@bantin/shared/is-id'
import { Node, textblockTypeInputRule, wrappingInputRule } from '@tiptap/core'

/** A document as the contract of bodies has it: the editor's JSON, tidied, is what is stored. */
export const DocumentNode = Node.create({ name: 'doc', topNode: true, content: 'block+' })

export const TextNode = Node.create({ name: 'text', group: 'inline' })

export const ParagraphNode = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block',
  content: 'inline*',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
})

export const headingLevels = [2, 3, 4] as const
export type HeadingLevel = (typeof headingLevels)[number]

export const HeadingNode = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ level: { default: 2, rendered: false } }),
  parseHTML: () => headingLevels.map((level) => ({ tag: `h${level}`, attrs: { level } })),
  renderHTML: ({ node, HTMLAttributes }) => [`h${node.attrs.level}`, HTMLAttributes, 0],
  // Signs and a blank: no input method makes a letter of these.
  addInputRules() {
    return headingLevels.map((level) =>
      textblockTypeInputRule({ find: new RegExp(`^(#{${level}})\\s$`), type: this.type, getAttributes: { level } }),
    )
  },
})

export const QuoteNode = Node.create({
  name: 'quote',
  group: 'block',
  content: '(paragraph | list)+',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*>\s$/, type: this.type })]
  },
})

export const RuleNode = Node.create({
  name: 'rule',
  group: 'block',
  parseHTML: () => [{ tag: 'div[data-rule]' }, { tag: 'hr' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { 'data-rule': '', ...HTMLAttributes }, ['hr']],
})

/** Somebody with the title of a day. Words that belong together: they are taken out or kept as a whole. */
export const PersonNode = Node.create({
  name: 'person',
  group: 'inline',
  inline: true,
  atom: true,
  marks: '',
  addAttributes: () => ({
    appointmentId: { default: null, parseHTML: (element) => element.dataset.appointment ?? null, rendered: false },
    text: { default: '', parseHTML: (element) => element.textContent ?? '', rendered: false },
  }),
  parseHTML: () => [{ tag: 'span[data-appointment]', getAttrs: isPerson }],
  renderHTML: ({ node }) => ['span', { 'data-appointment': node.attrs.appointmentId }, node.attrs.text],
  renderText: ({ node }) => String(node.attrs.text),
})

/** Else the words stay, and nobody is named by them. */
function isPerson({ dataset, textContent }: HTMLElement): null | false {
  return isId(dataset.appointment ?? '') && /^[^\r\n]{1,300}$/.test(textContent) && textContent.trim() !== '' ? null : false
}
