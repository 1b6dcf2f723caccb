import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/** Below a table or a picture at the end there is always a line to go on writing in. */
export const LastParagraph = Extension.create({
  name: 'lastParagraph',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (_transactions, _before, { doc, tr, schema }) => {
        const paragraph = schema.nodes.paragraph
        if (!paragraph || doc.lastChild?.type === paragraph) return null
        return tr.insert(doc.content.size, paragraph.create())
      },
    }),
  ],
})
