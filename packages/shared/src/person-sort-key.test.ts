import { expect, test } from 'vitest'
import { personSortKey } from './person-sort-key.ts'

test.each([
  ['Nguyễn Thị Ánh', 'Ánh Nguyễn Thị'],
  ['  Trần   Văn\tBình ', 'Bình Trần Văn'],
  ['Đức', 'Đức'],
  ['Tôn Nữ Thị Ngọc Minh Châu', 'Châu Tôn Nữ Thị Ngọc Minh'],
  ['', ''],
])('%j is sorted by its given name', (name, key) => expect(personSortKey(name)).toBe(key))

test('people stand by given name, then by the rest, in the order of the language', () => {
  const names = ['Trần Văn Bình', 'Đỗ An', 'Nguyễn Thị Ánh', 'Lê Ân', 'Nguyễn Văn An', 'Đặng Đức', 'Phạm Dũng', 'An']
  const { compare } = new Intl.Collator('vi')
  expect(names.toSorted((a, b) => compare(personSortKey(a), personSortKey(b)))).toEqual([
    'An',
    'Đỗ An',
    'Nguyễn Văn An',
    'Nguyễn Thị Ánh',
    'Lê Ân',
    'Trần Văn Bình',
    'Phạm Dũng',
    'Đặng Đức',
  ])
})
