import { beforeEach, describe, expect, test } from 'vitest'
import { articlesWithCopies, copyKey, dropCopy, dropOldCopies, findCopies, keepCopy, type LocalCopy } from './local-copies.ts'

beforeEach(() => localStorage.clear())

const now = Date.parse('2021-12-28T07:00:00Z')
const copy = (part: Partial<LocalCopy> = {}): LocalCopy => ({
  kind: 'unsaved',
  articleId: 'a1',
  at: now,
  base: { title: 'Cũ' },
  values: { title: 'Mới' },
  ...part,
})
const day = 24 * 3600 * 1000

describe('text kept on the device', () => {
  test('is found by its writer and article, the newest first', () => {
    keepCopy(copyKey('lan', 'p1'), copy())
    keepCopy(copyKey('lan', 'p2'), copy({ at: now + 1 }))
    keepCopy(copyKey('lan', 'p3'), copy({ articleId: null }))
    expect(findCopies('lan', 'a1', now).map(({ key }) => key)).toEqual([copyKey('lan', 'p2'), copyKey('lan', 'p1')])
    expect(findCopies('lan', null, now)).toHaveLength(1)
    expect(articlesWithCopies('lan')).toEqual(new Set(['a1', null]))
  })

  test('is never shown to another person on the device', () => {
    keepCopy(copyKey('lan', 'p1'), copy())
    expect(findCopies('la', 'a1', now)).toEqual([])
    expect(findCopies('minh', 'a1', now)).toEqual([])
  })

  test('of two pages on one article does not overwrite each other', () => {
    keepCopy(copyKey('lan', 'p1'), copy({ values: { title: 'Trang một' } }))
    keepCopy(copyKey('lan', 'p2'), copy({ values: { title: 'Trang hai' } }))
    expect(new Set(findCopies('lan', 'a1', now).map(({ values }) => values.title))).toEqual(new Set(['Trang một', 'Trang hai']))
  })

  test('goes when it is dropped, and after a month by itself', () => {
    keepCopy(copyKey('lan', 'p1'), copy())
    keepCopy(copyKey('lan', 'p2'), copy({ at: now - 31 * day }))
    keepCopy(copyKey('minh', 'p3'), copy({ at: now - 31 * day }))
    expect(findCopies('lan', 'a1', now)).toHaveLength(1)
    dropOldCopies(now)
    expect(localStorage).toHaveLength(1)
    dropCopy(copyKey('lan', 'p1'))
    expect(findCopies('lan', 'a1', now)).toEqual([])
  })

  test('that cannot be read is left out and breaks nothing', () => {
    localStorage.setItem(copyKey('lan', 'p1'), '{"form":1')
    localStorage.setItem(copyKey('lan', 'p2'), '{"form":99,"articleId":"a1","at":1,"base":{},"values":{}}')
    localStorage.setItem('something of another application', 'x')
    expect(findCopies('lan', 'a1', now)).toEqual([])
  })

  test('says when the device does not take it', () => {
    const full = {
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    } as unknown as Storage
    expect(keepCopy(copyKey('lan', 'p1'), copy(), full)).toBe(false)
    expect(keepCopy(copyKey('lan', 'p1'), copy())).toBe(true)
  })
})
