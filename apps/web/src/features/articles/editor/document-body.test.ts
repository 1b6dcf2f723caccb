import type { Body } from '@bantin/shared/body'
import { tidyBody } from '@bantin/shared/body/tidy-body'
import { Editor } from '@tiptap/core'
import { expect, test } from 'vitest'
import { sampleBodies } from '../../../../../../packages/shared/test/sample-bodies.ts'
import { makeBlockId } from './block-id.ts'
import { bodyOf, documentOf } from './document-body.ts'
import { extensions } from './nodes/extensions.ts'

const { schema } = new Editor({ element: null, extensions })

const isBlank = (block: Body['content'][number]) =>
  (block.type === 'paragraph' || block.type === 'heading') &&
  (block.content ?? []).every((inline) => inline.type === 'text' && inline.text.trim() === '')

test('every body comes out of the editor as it went in; only blank lines between blocks are left out', () => {
  for (const sample of sampleBodies(300, 7)) {
    const body = tidyBody(sample, makeBlockId)
    const doc = schema.nodeFromJSON(documentOf(body))
    doc.check()
    expect(bodyOf(doc)).toEqual({ type: 'doc', content: body.content.filter((block) => !isBlank(block)) })
  }
})

test('a block that was not edited stays the same object, however often the text is read', () => {
  const doc = schema.nodeFromJSON(documentOf({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Một' }] }] }))
  expect(bodyOf(doc).content[0]).toBe(bodyOf(doc).content[0])
})

test('a text longer than the contract takes is cut between characters', () => {
  const text = `${'a'.repeat(19_999)}😀b`
  const doc = schema.nodeFromJSON({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
  const [block] = bodyOf(doc).content
  expect(block).toMatchObject({ content: [{ text: 'a'.repeat(19_999) }, { text: '😀b' }] })
})
