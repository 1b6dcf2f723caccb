import { globSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { nextHead } from '../apps/api/src/publication/changes.ts'
import { faultKinds } from '../apps/api/src/publication/verify/fault.ts'
import { problems } from '../packages/shared/src/errors.ts'
import { publicStates, verbTable } from '../packages/shared/src/lifecycle.ts'
import { type ArticleAction, can, type Role, roles } from '../packages/shared/src/permissions.ts'
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

test('docs/model.md has every verb with its moves, as the table of moves has them, and who may', () => {
  const listed: Record<string, { who: string; moves: Partial<Listed>[] }> = {}
  let [verbs, who]: [string[], string] = [[], '']
  for (const [verb = '', when = '', work = '', shown = '', by = ''] of tableRows(sectionOf('docs/model.md', 'States and verbs'))) {
    if (verb !== '' && !verb.startsWith('`')) continue
    if (verb !== '') [verbs, who] = [verb.replaceAll('`', '').split(', '), by]
    for (const name of verbs) {
      const moves = [...(listed[name]?.moves ?? []), { ...(when && { when }), ...statesOf('work', work), ...statesOf('public', shown) }]
      listed[name] = { who, moves }
    }
  }
  const known = Object.entries(verbTable).map(([verb, { action, moves }]) => [verb, { who: whoMay(action), moves }])
  expect(listed).toEqual(Object.fromEntries(known))
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

type Listed = Record<'when', string> & Record<'work' | 'public', Record<string, string>>

/** "none, draft → draft" as the pairs it stands for, "none, draft stay" likewise; nothing where any state stays. */
function statesOf(of: 'work' | 'public', cell: string): Partial<Listed> {
  if (cell === 'stays') return {}
  const [from = '', to] = cell.replace(/ stays?$/, '').split(' → ')
  const states = from === 'any' ? publicStates : from.split(', ')
  return { [of]: Object.fromEntries(states.map((state) => [state, to ?? state])) }
}

/** "author, editor": whether the author may from reporter on, and the least role that may with everybody's. */
function whoMay(action: ArticleAction): string {
  const unit = { unitPath: ['unit'] }
  const may = (role: Role, createdBy: string) => can({ userId: 'me', grants: [{ role, unitId: 'unit' }] }, action, { ...unit, createdBy })
  const least = roles.find((role) => may(role, 'somebody'))
  return [...(may('reporter', 'me') ? ['author'] : []), ...(least ? [least] : [])].join(', ')
}
