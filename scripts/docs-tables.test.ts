import { globSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { nextHead } from '../apps/api/src/publication/changes.ts'
import { faultKinds } from '../apps/api/src/publication/verify/fault.ts'
import { problems } from '../packages/shared/src/errors.ts'
import { moves } from '../packages/shared/src/lifecycle.ts'
import { roles } from '../packages/shared/src/permissions.ts'
import { read, tableRows } from './lib/documents.ts'
import { root } from './lib/places.mjs'

const require = createRequire(import.meta.url)

test('docs/api.md has every problem code with its status and meaning, and no other', () => {
  const listed = tableRows(read('docs/api.md')).flatMap(([status = '', code = '', meaning = '']) =>
    /^\d{3}$/.test(status) ? [{ status: Number(status), code: code.replaceAll('`', ''), meaning }] : [],
  )
  const known = Object.entries(problems).map(([code, { status, title }]) => ({ status, code, meaning: expect.stringMatching(`^${title}`) }))
  expect(listed).toEqual(known)
})

test('docs/model.md has every verb with the states it leads from and to, as the table of moves has them', () => {
  const section = sectionOf('docs/model.md', 'States and verbs')
  const rows = tableRows(section).filter(([verb = '']) => verb.startsWith('`'))
  const listed = rows.map(([verb = '', work = '', shown = '']) => [verb.replaceAll('`', ''), statesOf(work), statesOf(shown)])
  expect(listed).toEqual(Object.entries(moves).map(([verb, move]) => [verb, movesOf(move, 'work'), movesOf(move, 'public')]))
})

test('docs/model.md names every role', () => {
  const [listed = ''] = tableRows(sectionOf('docs/model.md', 'Words')).flatMap(([word = '']) => (word.startsWith('reporter') ? word : []))
  expect(listed.split(', ')).toEqual(roles)
})

test('docs/model.md has the head that its worked example gives', () => {
  const [article, site] = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002']
  const head = nextHead('0'.repeat(64), { seq: 1, site, article, edition: 1, hash: 'a'.repeat(64) })
  expect(sectionOf('docs/model.md', 'Publication log')).toContain(`\n    ${head}\n`)
})

test('docs/model.md has every constraint of the migrations that it names', () => {
  const sql = globSync('apps/api/migrations/*.sql', { cwd: root }).map(read).join()
  const kept = tableRows(sectionOf('docs/model.md', 'Invariants')).map(([, cell = '']) => cell)
  const named = kept.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name))
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((name) => !new RegExp(`\\b${name}\\b`).test(sql) && name !== 'published')).toEqual([])
})

test('docs/operations.md has every kind of fault that verify finds, and no other', () => {
  const listed = tableRows(sectionOf('docs/operations.md', 'Checking what was published'))
  expect(listed.filter(([kind = '']) => kind.startsWith('`'))).toEqual(
    Object.entries(faultKinds).map(([kind, meaning]) => [`\`${kind}\``, meaning]),
  )
})

test('docs/architecture.md has every rule of the import law, and no other', () => {
  const { forbidden } = require('../.dependency-cruiser.cjs') as { forbidden: { name: string }[] }
  const cells = tableRows(sectionOf('docs/architecture.md', 'Import law')).map(([, , cell = '']) => cell)
  const listed = cells.flatMap((cell) => [...cell.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name))
  expect(listed.sort()).toEqual(forbidden.map(({ name }) => name).sort())
})

function sectionOf(path: string, heading: string): string {
  return read(path).split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
}

/** "none, draft → draft, the same edition" as the pairs it stands for; "stays" as undefined. */
function statesOf(cell: string): string[] | undefined {
  if (cell === 'stays') return undefined
  const [from = '', to = ''] = cell.split(' → ')
  return from.split(', ').map((state) => `${state} → ${to.split(',')[0]}`)
}

function movesOf(move: Partial<Record<'work' | 'public', Record<string, string>>>, of: 'work' | 'public'): string[] | undefined {
  const states = move[of]
  return states && Object.entries(states).map(([from, to]) => `${from} → ${to}`)
}
