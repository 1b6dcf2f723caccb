import type { AnyExtension } from '@tiptap/core'
import { Dropcursor, Gapcursor, UndoRedo } from '@tiptap/extensions'
import { BlockIds } from './block-ids.ts'
import { LastParagraph } from './last-paragraph.ts'
import { BulletListNode, ListItemNode, OrderedListNode } from './list-nodes.ts'
import { LangMark, LinkMark, plainMarkNodes } from './marks.ts'
import { FigureNode, FileNode, GalleryNode, VideoNode } from './media-nodes.ts'
import { TableCellNode, TableEditing, TableHeaderNode, TableNode, TableRowNode } from './table-nodes.ts'
import { DocumentNode, HeadingNode, ParagraphNode, PersonNode, QuoteNode, RuleNode, TextNode } from './text-nodes.ts'

/** Everything that the contract of bodies knows, under its own names, and nothing else. */
export const extensions: AnyExtension[] = [
  DocumentNode,
  TextNode,
  ParagraphNode,
  HeadingNode,
  BulletListNode,
  OrderedListNode,
  ListItemNode,
  QuoteNode,
  FigureNode,
  GalleryNode,
  TableNode,
  TableRowNode,
  TableCellNode,
  TableHeaderNode,
  FileNode,
  VideoNode,
  RuleNode,
  PersonNode,
  LinkMark,
  LangMark,
  ...plainMarkNodes,
  BlockIds,
  LastParagraph,
  TableEditing,
  UndoRedo,
  Gapcursor,
  Dropcursor.configure({ width: 3 }),
]
