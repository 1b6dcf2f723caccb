import type { Body } from '@bantin/shared/body'
import { Node } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { Heading } from '@tiptap/extension-heading'
import { Link } from '@tiptap/extension-link'
import { BulletList, ListItem } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { Text } from '@tiptap/extension-text'
import { renderToHTMLString } from '@tiptap/static-renderer/pm/html-string'

/** A block of ours that TipTap has no extension for: the element, with its content and attributes. */
const blockOf = (name: string, tag: string, content: string, attributes: string[] = []) =>
  Node.create({
    name,
    group: 'block',
    content,
    addAttributes: () => Object.fromEntries(attributes.map((attribute) => [attribute, { default: null }])),
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  })

const extensions = [
  ...[
    Document.extend({ content: 'block+' }),
    Text,
    Paragraph,
    Heading,
    Bold,
    Link,
    BulletList,
    ListItem,
    Table,
    TableRow,
    TableCell,
    TableHeader,
  ],
  blockOf('quote', 'blockquote', 'block+'),
  blockOf('figure', 'figure', 'inline*', ['mediaId', 'alt', 'credit']),
  blockOf('file', 'figure', 'inline*', ['mediaId']),
]

/** What TipTap's own static renderer makes of a body: near to our HTML, not the same. */
export function renderWithTiptap(body: Body): string {
  return renderToHTMLString({ extensions, content: body })
}
