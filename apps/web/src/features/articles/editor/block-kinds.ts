import type { Block } from '@bantin/shared/body'

/** What somebody calls a block: each level of headings is a kind of its own. */
export type BlockKind = Exclude<Block['type'], 'heading'> | 'h2' | 'h3' | 'h4'

/** The kind of a block or of a node of the editor. */
export function kindOf({ type, attrs }: { type: string; attrs?: object | undefined }): BlockKind {
  return (type === 'heading' && attrs && 'level' in attrs ? `h${attrs.level}` : type) as BlockKind
}
