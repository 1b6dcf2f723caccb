import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { unchanged } from '../../test/unchanged.ts'
import { importOrganization } from './import-organization.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

/** Runs the command on the test's database; answers its exit code and what it said, files by their names alone. */
async function run(files: { units?: string; people?: string }, ...more: string[]) {
  const folder = temporaryFolder()
  const args = Object.entries(files).flatMap(([option, content]) => {
    writeFileSync(join(folder, `${option}.csv`), content)
    return [`--${option}`, join(folder, `${option}.csv`)]
  })
  const [said, complained]: [string[], string[]] = [[], []]
  const env = { DATABASE_URL: it.databaseUrl, SECRET: 'k3Jw9vXq2LmZ7pTt4RbYc8NdFgHs1AaE' }
  const plain = (line: string) => line.replaceAll(`${folder}/`, '')
  const code = await importOrganization.run([...args, ...more], {
    env,
    say: (line) => said.push(plain(line)),
    complain: (line) => complained.push(plain(line)),
  })
  return { code, said, complained }
}

const units = '\uFEFFMã;Tên đơn vị;Loại;Mã cấp trên\r\nT.1;Sở Một;Sở;T\r\nT;Tỉnh;Cơ quan;\r\n'
const people = 'Họ và tên,Đơn vị,Chức vụ,Từ ngày\nLò Văn Một,T.1,Giám đốc,01/01/2020\nLò Văn Hai,T.9,Giám đốc,01/01/2020\n'

test('files are brought in, each line that cannot be taken is named, and the others are there', async () => {
  const tried = await unchanged(it, () => run({ units, people }, '--code-scheme', 'MĐD', '--dry-run'))
  expect(tried).toEqual({
    code: 1,
    said: [
      'units.csv: 2 created, 0 changed, 0 unchanged, 0 refused; nothing was kept.',
      'people.csv: 1 created, 0 changed, 0 unchanged, 1 refused; nothing was kept.',
    ],
    complained: ['people.csv, line 3: unit: There is no unit with the code or address "T.9".'],
  })
  expect((await run({ units, people }, '--code-scheme', 'MĐD')).said[0]).toBe('units.csv: 2 created, 0 changed, 0 unchanged, 0 refused.')
  const { rows } = await it.database.db.execute(sql`SELECT actor_name, action FROM audit_log ORDER BY id`)
  expect(rows).toContainEqual({ actor_name: 'command line', action: 'appointment.create' })
  expect(await unchanged(it, () => run({ units }, '--code-scheme', 'MĐD'))).toEqual({
    code: 0,
    said: ['units.csv: 0 created, 0 changed, 2 unchanged, 0 refused.'],
    complained: [],
  })
})

test.each([
  ['no file', {}, /^Usage: bantin import organization/],
  ['a file that is no table', { units: 'Tỉnh' }, /There is no table in it/],
  ['a table of something else', { people: 'a,b\n1,2' }, /No heading of the table of people is known/],
])('%s is refused', async (_what, files, words) => {
  await unchanged(it, () => expect(run(files)).rejects.toThrow(words))
})
