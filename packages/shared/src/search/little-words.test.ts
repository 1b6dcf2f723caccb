import { expect, test } from 'vitest'
import { placesOf } from './abbreviations.ts'
import { parseQuery, searchQueries } from './query.ts'
import type { Keys } from './words.ts'

const asked = (text: string, form: keyof Keys = 'folded') => searchQueries(placesOf(parseQuery(text).wanted, []), [], form)

test('a query asks for no little word between others, but where marks are typed, in quotes, or with less than two others', () => {
  expect(asked('chính sách cho người có công')?.all).toBe(asked('chính sách người có công')?.all)
  expect(asked('chính sách cho người có công')?.inOrder).toBe("'chinh' <-> 'sach' <-> 'cho' <-> 'nguoi' <-> 'co' <-> 'cong'")
  expect(asked('các chợ của xã', 'exact')?.all).toBe("'chơ=5' & 'xa=4'")
  expect(asked('cac cho cua xa')?.all).toBe("'cho' & 'cua' & 'xa'")
  expect([asked('về đích')?.all, asked('về của')?.all, asked('cho')?.all]).toEqual(["'ve' & 'dich'", "'ve' & 'cua'", "'cho'"])
  expect(asked('vay "cho" vốn')?.all).toBe("'vay' & 'cho' & 'von'")
  const places = placesOf(parseQuery('sở kế hoạch và đầu tư').wanted, [{ short: 'KH&ĐT', long: 'Kế hoạch và Đầu tư' }])
  expect(searchQueries(places, [], 'folded')?.all).toContain("'va'")
})
