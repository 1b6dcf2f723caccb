import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { createUnit, send } from '../../../test/factories.ts'
import { said } from '../../../test/said.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { upload } from '../../../test/upload.ts'
import { withFolder } from '../../lib/with-folder.ts'
import { RefusedFile } from '../refused-file.ts'
import { readTable } from './read-table.ts'

let it: TestApp
let reporter: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  reporter = await signIn(it, 'reporter', await createUnit(it))
})
afterAll(() => it.close())

const paste = (text: string) => unchanged(it, () => send(it, reporter, 'POST', '/tables', { text }))
const sendFile = (bytes: Uint8Array) =>
  unchanged(it, () => upload(it, reporter, [{ name: 'diem', bytes: Buffer.from(bytes) }], '/tables/file'))
/** As the process of its own reads it. */
const readFile = (bytes: Uint8Array) =>
  withFolder(tmpdir(), 'table-', async (folder) => {
    const path = join(folder, 'table')
    await writeFile(path, bytes)
    return await readTable({ path })
  })
const refusal = async (reading: () => Promise<unknown>) => {
  const error = await reading().catch((thrown: unknown) => thrown)
  return error instanceof RefusedFile ? error.refusal.code : error
}
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')

const table = {
  columns: ['Đơn vị', 'Tự chấm', 'Ghi chú'],
  rows: [
    ['Sở Tư pháp', '97,5', 'có "dấu"'],
    ['Cục Thuế', '101,25', ''],
  ],
  lines: [2, 3],
}

test.each([
  ['tabs, as spreadsheets copy them', 'Đơn vị\tTự chấm\tGhi chú\r\nSở Tư pháp\t97,5\tcó "dấu"\r\nCục Thuế\t101,25\t\r\n'],
  ['semicolons', 'Đơn vị;Tự chấm;Ghi chú\nSở Tư pháp;97,5;"có ""dấu"""\nCục Thuế;101,25;\n'],
  ['commas', 'Đơn vị,Tự chấm,Ghi chú\nSở Tư pháp,"97,5","có ""dấu"""\nCục Thuế,"101,25",\n'],
  ['letters in parts', 'Đơn vị\tTự chấm\tGhi chú\nSở Tư pháp\t97,5\tcó "dấu"\nCục Thuế\t101,25\t'.normalize('NFD')],
])('a pasted table is read as one of strings: %s', async (_, text) => expect(await readTable({ text })).toEqual(table))

test('a file is known by its bytes: CSV in UTF-8 or UTF-16 with a mark, with the line that names the separator, workbooks', async () => {
  const text = 'Đơn vị;Tự chấm;Ghi chú\r\nSở Tư pháp;97,5;"có ""dấu"""\r\nCục Thuế;101,25;'
  expect(await readFile(Buffer.from(`\uFEFF${text}`))).toEqual(table)
  expect(await readFile(utf16(text))).toEqual(table)
  expect(await readFile(Buffer.from(`sep=;\r\n${text}`))).toEqual(table)
  const workbook = await writeXlsxFile([
    [{ value: 'BẢNG ĐIỂM NĂM 2021' }],
    [],
    [{ value: 'Đơn vị' }, { value: 'Khối chấm' }, null, { value: 'Ngày' }, null],
    [{ value: 'Sở Tư pháp' }, { value: 97.1 + 0.2 }, null, { value: new Date('2021-12-28'), format: 'dd/mm/yyyy' }, { value: true }],
    [],
    [{ value: 'Cục Thuế' }, { value: 1234.5 }, null, null, null],
  ]).toBuffer()
  expect(await readFile(workbook)).toEqual({
    columns: ['Đơn vị', 'Khối chấm', 'Ngày', 'E'],
    rows: [
      ['Sở Tư pháp', '97,3', '2021-12-28', 'true'],
      ['Cục Thuế', '1234,5', '', ''],
    ],
    lines: [4, 6],
  })
})

test('what is no table, is damaged or too large is refused in words', async () => {
  const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])
  const sheet = (name: string, content: Uint8Array) => zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), [name]: content })
  const bomb = sheet('xl/worksheets/sheet1.xml', new Uint8Array(30_000_000))
  const refusals = [
    [() => readTable({ text: 'Chỉ một dòng' }), 'file_not_accepted'],
    [() => readTable({ text: 'a\tb' }), 'file_not_accepted'],
    [() => readTable({ text: 'a,b\n"1,2' }), 'file_unreadable'],
    [() => readTable({ text: `${'a,'.repeat(100)}a\n${'1,'.repeat(100)}1` }), 'file_too_large'],
    [() => readTable({ text: 'a,b\n'.repeat(20_001) }), 'file_too_large'],
    [() => readFile(old), 'file_not_accepted'],
    [() => readFile(Buffer.from('Đơn vị,Điểm\nMột,1é', 'latin1')), 'file_not_accepted'],
    [() => readFile(zipSync({ 'word/document.xml': strToU8('<a/>') })), 'file_not_accepted'],
    [() => readFile(sheet('xl/worksheets/sheet1.xml', strToU8('<worksheet'))), 'file_unreadable'],
    [() => readFile(bomb), 'file_unreadable'],
    [() => readFile(sheet('xl/a.xml', strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a/>'))), 'file_unreadable'],
  ] as const
  for (const [reading, code] of refusals) expect(await refusal(reading)).toBe(code)
})

test('both routes read what is long in a process of its own, for whoever reads the organization, and store nothing', async () => {
  const text = 'Đơn vị\tTự chấm\tGhi chú\nSở Tư pháp\t97,5\tcó "dấu"\nCục Thuế\t101,25\t'
  expect((await paste(text)).json()).toEqual(table)
  expect((await paste(text.concat('\n'.repeat(15_000), '\t'.repeat(40_000)))).json()).toEqual(table)
  expect((await sendFile(utf16(text))).json()).toEqual(table)
  // A table of one cell so far out that what lies between takes all memory there is.
  const cell = (at: string) => `<c r="${at}" t="inlineStr"><is><t>a</t></is></c>`
  const rows = `<row r="1">${cell('A1')}</row><row r="1048576">${cell('XFD1048576')}</row>`
  const answers = [
    await sendFile(await workbookOf(`<sheetData>${rows}</sheetData>`)),
    await sendFile(await workbookOf(`<sheetData><row r="3">${cell('ZZZZZZZ3')}</row></sheetData>`)),
    await sendFile(Buffer.alloc(10_000_001, 'a')),
    await sendFile(Buffer.alloc(0)),
    await paste('Chỉ một dòng'),
    await unchanged(it, () => send(it, null, 'POST', '/tables', { text })),
  ]
  expect(answers.map(said)).toEqual([
    [422, 'file_unreadable'],
    [422, 'file_unreadable'],
    [413, 'file_too_large'],
    [422, 'file_unreadable'],
    [415, 'file_not_accepted'],
    [401, 'unauthorized'],
  ])
  expect(answers[0]?.json().detail).toMatch(/too long or too much/)
  expect(answers[1]?.json().detail).toMatch(/beyond the last one/)
})

/** A workbook whose first sheet is this. */
async function workbookOf(sheet: string): Promise<Uint8Array> {
  const parts = unzipSync(await writeXlsxFile([[{ value: 'a' }]]).toBuffer())
  const markup = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array)
  return zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(markup.replace(/<sheetData.*<\/sheetData>/s, sheet)) })
}
