import { hash } from 'node:crypto'
import { blockId } from '@bantin/shared/merge-blocks'
import canonicalize from 'canonicalize'
import type { ContentFingerprint } from '../db/schema/revisions.ts'
import { contentFields, type RevisionContent } from './revisions.ts'

/** What the content was, without its words: enough to tell later which fields and blocks are no longer the same. */
export function fingerprintOf(content: RevisionContent): ContentFingerprint {
  const fields = contentFields.filter((name) => name !== 'body').map((name) => [name, shortHash(content[name])])
  return { fields: Object.fromEntries(fields), blocks: content.body.content.map((block) => [blockId(block), shortHash(block)]) }
}

/** 96 bits of the SHA-256 of the value's canonical JSON: two values of one article that share it are the same. */
export function shortHash(value: unknown): string {
  return hash('sha256', canonicalize(value) as string, 'base64url').slice(0, 16)
}
