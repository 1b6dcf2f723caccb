import { type Static, type TSchema, Type } from 'typebox'
import { blockIdPattern } from './body/block-id.ts'
import { longestText, maxBlocks, maxChildren, maxListDepth, maxSpan, plainMarks } from './body/bounds.ts'
import { line, nullable } from './fields.ts'
import { Id } from './ids.ts'
import { languagePattern } from './language-tag.ts'
import { linkPattern, longestLink } from './link-target.ts'
import { object } from './object.ts'
import { videoHosts, videoIdPattern } from './video-hosts.ts'

/** Stable through every edit, so that comments, merges and corrections can point at a block. Given by the server when absent. */
export const BlockId = Type.String({ pattern: blockIdPattern, description: 'up to 40 letters, digits, _ and -' })
const attrs = { id: Type.Optional(nullable(BlockId)) }
const BlockAttrs = object(attrs)

/** Where a link may lead: the web, a mailbox, a telephone, a page of this site, a place on this page. */
const LinkTarget = Type.String({
  maxLength: longestLink,
  pattern: linkPattern,
  description: 'an address that begins with https://, http://, mailto:, tel:, / or #',
})
/** BCP 47, of a passage in another language. */
const Language = Type.String({ pattern: languagePattern, description: 'a language tag such as en or zh-Hant' })

const Mark = Type.Union([
  object({ type: Type.Enum(plainMarks) }),
  object({ type: Type.Literal('link'), attrs: object({ href: LinkTarget }) }),
  object({ type: Type.Literal('lang'), attrs: object({ lang: Language }) }),
])
export type Mark = Static<typeof Mark>

const TextNode = object({
  type: Type.Literal('text'),
  text: Type.String({ minLength: 1, maxLength: longestText }),
  marks: Type.Optional(Type.Array(Mark, { maxItems: 7 })),
})
/** Somebody with the title of the day that the article speaks of: the text is what readers see, the appointment what it stands for. */
const PersonNode = object({ type: Type.Literal('person'), attrs: object({ appointmentId: Id, text: line(300) }) })
const Inline = Type.Array(Type.Union([TextNode, PersonNode]), { maxItems: maxChildren.line })
export type Inline = Static<typeof Inline>

const Paragraph = object({ type: Type.Literal('paragraph'), attrs: Type.Optional(BlockAttrs), content: Type.Optional(Inline) })
export type Paragraph = Static<typeof Paragraph>

const Heading = object({
  type: Type.Literal('heading'),
  attrs: object({ ...attrs, level: Type.Integer({ minimum: 2, maximum: 4 }) }),
  content: Type.Optional(Inline),
})
export type Heading = Static<typeof Heading>

export interface ListItem {
  type: 'listItem'
  content: (Paragraph | List)[]
}
/** `start` is for ordered lists. */
export interface List {
  type: 'bulletList' | 'orderedList'
  attrs?: { id?: string | null; start?: number | null }
  content: ListItem[]
}

const List = listWithin(maxListDepth)

// One schema for both kinds: as two of them, each level would double what the levels below it take.
function listWithin(depth: number) {
  const inner: TSchema[] = depth > 1 ? [Paragraph, listWithin(depth - 1)] : [Paragraph]
  const item = object({
    type: Type.Literal('listItem'),
    content: Type.Array(Type.Union(inner), { minItems: 1, maxItems: maxChildren.listItem }),
  })
  const start = Type.Optional(nullable(Type.Integer({ minimum: 0, maximum: 100_000 })))
  return Type.Unsafe<List>(
    object({
      type: Type.Enum(['bulletList', 'orderedList']),
      attrs: Type.Optional(object({ ...attrs, start })),
      content: Type.Array(item, { minItems: 1, maxItems: maxChildren.list }),
    }),
  )
}

const Quote = object({
  type: Type.Literal('quote'),
  attrs: Type.Optional(BlockAttrs),
  content: Type.Array(Type.Union([Paragraph, List]), { minItems: 1, maxItems: maxChildren.quote }),
})
export type Quote = Static<typeof Quote>

/** A picture; its content is the caption. Without `alt` that of the media library holds; a decorative one is passed over by screen readers. */
const Figure = object({
  type: Type.Literal('figure'),
  attrs: object({
    ...attrs,
    mediaId: Id,
    alt: Type.Optional(nullable(line(500))),
    credit: Type.Optional(nullable(line(200))),
    decorative: Type.Optional(nullable(Type.Boolean())),
  }),
  content: Type.Optional(Inline),
})
export type Figure = Static<typeof Figure>

const Gallery = object({
  type: Type.Literal('gallery'),
  attrs: Type.Optional(BlockAttrs),
  content: Type.Array(Figure, { minItems: 1, maxItems: maxChildren.gallery }),
})
export type Gallery = Static<typeof Gallery>

const span = Type.Optional(nullable(Type.Integer({ minimum: 1, maximum: maxSpan })))
const Cell = object({
  type: Type.Enum(['tableCell', 'tableHeader']),
  attrs: Type.Optional(object({ colspan: span, rowspan: span })),
  content: Type.Array(Type.Union([Paragraph, List]), { minItems: 1, maxItems: maxChildren.cell }),
})
const Row = object({ type: Type.Literal('tableRow'), content: Type.Array(Cell, { maxItems: maxChildren.tableRow }) })
const Table = object({
  type: Type.Literal('table'),
  attrs: Type.Optional(BlockAttrs),
  content: Type.Array(Row, { minItems: 1, maxItems: maxChildren.table }),
})
export type Table = Static<typeof Table>

/** A document to download, or a recording to listen to or watch; its content is what it is called. */
const File = object({ type: Type.Literal('file'), attrs: object({ ...attrs, mediaId: Id }), content: Type.Optional(Inline) })
export type File = Static<typeof File>

/** A recording on another site; its content is the caption, `posterId` the picture that stands for it. */
const Video = object({
  type: Type.Literal('video'),
  attrs: object({
    ...attrs,
    host: Type.Enum(videoHosts),
    videoId: Type.String({ pattern: videoIdPattern, description: 'as the host has it in its addresses' }),
    posterId: Type.Optional(nullable(Id)),
  }),
  content: Type.Optional(Inline),
})
export type Video = Static<typeof Video>

const Rule = object({ type: Type.Literal('rule'), attrs: Type.Optional(BlockAttrs) })

export const Block = Type.Union([Paragraph, Heading, List, Quote, Figure, Gallery, Table, File, Video, Rule])
export type Block = Static<typeof Block>

/** An article's text as a document in the JSON form of the desk's editor, never as HTML. */
export const Body = object({ type: Type.Literal('doc'), content: Type.Array(Block, { maxItems: maxBlocks }) })
export type Body = Static<typeof Body>
