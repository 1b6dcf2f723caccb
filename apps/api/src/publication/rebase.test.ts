import type { Body } from '@bantin/shared/body'
import { bodyFromText } from '@bantin/shared/body/body-from-text'
import { maxBlocks } from '@bantin/shared/body/bounds'
import { describe, expect, test } from 'vitest'
import { fingerprintOf } from './fingerprint.ts'
import { mergeContent } from './rebase.ts'
import { contentOf, type RevisionContent, withIds } from './revisions.ts'

const base = withIds(contentOf({ title: 'Tít', sapo: 'Mở đầu', kicker: 'Tin', body: bodyFromText('Một.\n\nHai.\n\nBa.') }))
const [one, two, three] = base.body.content
const bodyOf = (...content: unknown[]) => ({ type: 'doc', content: content.filter(Boolean) }) as Body
const changed = (block: unknown, text: string) => ({ ...(block as object), content: [{ type: 'text', text }] })
const merge = (theirs: Partial<RevisionContent>, patch: Partial<RevisionContent>, known: typeof base | null = base) =>
  mergeContent(known ? fingerprintOf(known) : undefined, { ...base, ...theirs }, patch)

describe('a patch of an older version', () => {
  test('takes with it only what it changes: a form may send every field', () => {
    expect(merge({ sapo: 'Của họ' }, { ...base, title: 'Của tôi' })).toEqual({ patch: { title: 'Của tôi', body: base.body } })
  })

  test('is put on top of changes of other fields', () => {
    expect(merge({ sapo: 'Của họ' }, { title: 'Của tôi' })).toEqual({ patch: { title: 'Của tôi' } })
  })

  test('that changes a field as somebody else did changes nothing', () => {
    expect(merge({ sapo: 'Như nhau' }, { sapo: 'Như nhau' })).toEqual({ patch: {} })
  })

  test('that changes a field otherwise than somebody else did is a conflict with both texts', () => {
    expect(merge({ sapo: 'Của họ' }, { sapo: null })).toEqual({ conflicts: [{ field: 'sapo', yours: null, theirs: 'Của họ' }] })
  })

  test('has the blocks that either side changed', () => {
    const theirs = bodyOf(changed(one, 'Một của họ.'), two, three)
    const mine = bodyOf(one, two, changed(three, 'Ba của tôi.'))
    expect(merge({ body: theirs }, { body: mine })).toEqual({
      patch: { body: bodyOf(changed(one, 'Một của họ.'), two, changed(three, 'Ba của tôi.')) },
    })
  })

  test('that changes a block otherwise than somebody else did is a conflict with both blocks', () => {
    const [theirs, mine] = [changed(two, 'Hai của họ.'), changed(two, 'Hai của tôi.')]
    expect(merge({ body: bodyOf(one, theirs, three) }, { body: bodyOf(one, mine, three) })).toEqual({
      conflicts: [{ field: 'body', blockId: two?.attrs?.id, yours: mine, theirs }],
    })
  })

  test('that moves blocks otherwise than somebody else did is a conflict with both orders', () => {
    const [a, b, c] = base.body.content.map((block) => block.attrs?.id)
    expect(merge({ body: bodyOf(three, one, two) }, { body: bodyOf(two, one, three) })).toEqual({
      conflicts: [{ field: 'bodyOrder', yours: [b, a, c], theirs: [c, a, b] }],
    })
  })

  test('that nobody knows any more is a conflict in every field that differs', () => {
    expect(merge({ sapo: 'Của họ' }, { sapo: 'Của tôi', kicker: 'Tin', body: bodyOf(one) }, null)).toEqual({
      conflicts: [
        { field: 'sapo', yours: 'Của tôi', theirs: 'Của họ' },
        { field: 'body', yours: bodyOf(one), theirs: base.body },
      ],
    })
  })

  test('that would make a body of more blocks than there may be is a conflict', () => {
    const many = (name: string) =>
      Array.from({ length: maxBlocks / 2 }, (_, i) => ({ type: 'paragraph', attrs: { id: `${name}${i}` } }) as const)
    const answer = merge({ body: bodyOf(one, ...many('theirs')) }, { body: bodyOf(one, ...many('mine')) })
    expect(answer).toMatchObject({ conflicts: [{ field: 'body', yours: { type: 'doc' }, theirs: { type: 'doc' } }] })
  })
})

test('a fingerprint is the same after the content was stored, in whatever order its keys come back', () => {
  const content = contentOf({ title: 'a', event: { startsOn: '2026-01-02', place: 'Huế' } })
  const stored = contentOf({ title: 'a', event: { place: 'Huế', startsOn: '2026-01-02' } })
  expect(fingerprintOf(stored)).toEqual(fingerprintOf(content))
})
