import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { placesFrom } from './place-from.ts'
import { UnitTree } from './unit-tree.tsx'
import type { TreeUnit } from './units.api.ts'

afterEach(cleanup)

const unit = (id: string, name: string, parentId: string | null, part: Partial<TreeUnit> = {}): TreeUnit => ({
  id,
  name,
  parentId,
  shortName: null,
  code: null,
  kind: 'department',
  order: 0,
  closedOn: null,
  ...part,
})

const units = [
  unit('tinh', 'Uỷ ban nhân dân tỉnh', null),
  unit('noi-vu', 'Sở Nội vụ', 'tinh', { order: 2, code: 'H38.6' }),
  unit('van-phong', 'Văn phòng', 'tinh', { order: 1 }),
  unit('ban', 'Ban Thi đua – Khen thưởng', 'noi-vu', { closedOn: '2025-03-01' }),
]

const entered = vi.fn()
const dropped = vi.fn()

function show(text = '') {
  render(
    <UnitTree
      units={units}
      text={text}
      link={({ id }, name) => (
        <a href={`#${id}`} tabIndex={-1}>
          {name}
        </a>
      )}
      onEnter={({ id }) => entered(id)}
      onDrop={(one, onto) => dropped(one.id, onto.id)}
      actions={({ name }) => <button type="button">Chuyển {name}</button>}
    />,
  )
}

const items = () => screen.getAllByRole('treeitem')
const item = (name: RegExp) => screen.getByRole('treeitem', { name })
const names = () => items().map((one) => one.querySelector('a')?.textContent)
const key = (name: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key: name })
const here = () => document.activeElement?.getAttribute('data-unit')

test('keys walk through the tree, open and fold it; one line alone is reached by Tab, and Enter opens its page', () => {
  show()
  expect(names()).toEqual(['Uỷ ban nhân dân tỉnh', 'Văn phòng', 'Sở Nội vụ', 'Ban Thi đua – Khen thưởng'])
  expect(items().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1)
  item(/^Uỷ ban/).focus()
  key('ArrowDown')
  expect(here()).toBe('van-phong')
  key('End')
  expect(here()).toBe('ban')
  key('ArrowLeft')
  expect(here()).toBe('noi-vu')
  key('ArrowLeft')
  expect([item(/Sở Nội vụ/).getAttribute('aria-expanded'), items().length]).toEqual(['false', 3])
  key('ArrowRight')
  key('ArrowRight')
  expect(here()).toBe('ban')
  key('Home')
  key('v')
  expect(here()).toBe('van-phong')
  key('Enter')
  expect(entered).toHaveBeenCalledWith('van-phong')
  expect(screen.getByRole('button', { name: 'Chuyển Văn phòng' })).toBeDefined()
})

test('a search without diacritics shows what was found with the way to it, also by code', () => {
  show('thi dua')
  expect(names()).toEqual(['Uỷ ban nhân dân tỉnh', 'Sở Nội vụ', 'Ban Thi đua – Khen thưởng'])
  expect(screen.getByText('không còn từ 01/03/2025')).toBeDefined()
  cleanup()
  show('h38.6')
  expect(names()).toEqual(['Uỷ ban nhân dân tỉnh', 'Sở Nội vụ'])
})

test('a unit is dropped on another one, and neither on what stands below it nor where it is already', () => {
  show()
  const drag = (from: RegExp, onto: RegExp): void => {
    fireEvent.dragStart(item(from))
    fireEvent.dragOver(item(onto))
    fireEvent.drop(item(onto))
  }
  drag(/Sở Nội vụ/, /Ban Thi đua/)
  drag(/Sở Nội vụ/, /Uỷ ban/)
  expect(dropped).not.toHaveBeenCalled()
  drag(/Ban Thi đua/, /Văn phòng/)
  expect(dropped.mock.calls).toEqual([['ban', 'van-phong']])
})

test('a move from a day on leaves the days before and what is noted for later', () => {
  const place = (parentId: string, from: string | null, through: string | null) => ({ parentId, from, through })
  const from = (parents: ReturnType<typeof place>[], parentId: string | null, day: string, closedOn: string | null = null) =>
    placesFrom({ parents, closedOn }, parentId, day).parents
  expect(from([], 'b', '2025-03-01')).toEqual([place('b', '2025-03-01', null)])
  expect(from([place('a', null, null)], 'b', '2025-03-01')).toEqual([place('a', null, '2025-02-28'), place('b', '2025-03-01', null)])
  expect(from([place('a', '2025-03-01', null)], 'b', '2025-03-01')).toEqual([place('b', '2025-03-01', null)])
  const planned = [place('a', null, '2026-12-31'), place('c', '2027-01-01', null)]
  expect(from(planned, 'b', '2026-01-01')).toEqual([
    place('a', null, '2025-12-31'),
    place('b', '2026-01-01', '2026-12-31'),
    place('c', '2027-01-01', null),
  ])
  expect(from([place('a', null, null)], null, '2025-03-01')).toEqual([place('a', null, '2025-02-28')])
  expect(from([], 'b', '2024-01-01', '2025-03-01')).toEqual([place('b', '2024-01-01', '2025-02-28')])
})
