import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderBody } from '@bantin/shared/body/render-body'
import type { ConversionInput } from '@bantin/shared/conversions'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainWordFile, wordFile } from '../../../test/word-file.ts'
import { type ZipPart, zipFile } from '../../../test/zip-file.ts'
import { RefusedFile } from '../refused-file.ts'
import { convert } from './convert.ts'
import { convertApart } from './convert-apart.ts'
import { kindOfFile } from './kind-of-file.ts'
import type { ConversionOrder } from './order.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bantin-word-'))
})
afterAll(() => rm(folder, { recursive: true }))

let files = 0
async function convertFile(bytes: Buffer | string, name = 'a.docx', legacyFont?: 'tcvn3' | 'vni') {
  const path = join(folder, `${++files}`)
  await writeFile(path, bytes)
  return await convert({ path, kind: await kindOfFile(path, name), legacyFont, folder })
}
const refused = (bytes: Buffer | string, name?: string) =>
  convertFile(bytes, name).then(
    () => 'converted',
    (error) => (error instanceof RefusedFile ? error.refusal.code : error.code),
  )
const convertText = (form: ConversionInput['form'], content: string) => convert({ input: { form, content } })
const htmlOf = (converted: Awaited<ReturnType<typeof convertFile>>) => renderBody(converted.body).replaceAll('\n', '')

describe('a Word file', () => {
  test('keeps headings, nested lists, merged cells, links, bold and footnotes', async () => {
    const converted = await convertFile(await wordFile({ title: 'Trong thuộc tính' }))
    expect(converted).toMatchObject({ title: 'Báo cáo thi đua', dropped: [], legacyFont: null, pictures: [] })
    expect(htmlOf(converted)).toBe(
      '<p>Tỉnh có <strong>12 đơn vị</strong> đạt danh hiệu; xem <a href="https://example.gov.vn/van-ban">văn bản</a><u>gạch chân</u><sup>[1]</sup></p>' +
        '<h2>Việc phải làm</h2><ul><li>Khối tỉnh<ul><li>Cụm một</li></ul></li><li>Khối xã</li></ul>' +
        '<ol><li>Đăng ký<ol><li>Nộp hồ sơ</li></ol></li><li>Chấm điểm</li></ol>' +
        '<table><tr><td colspan="2">Đơn vị</td></tr><tr><td rowspan="2">Sở A</td><td>95</td></tr><tr><td>96</td></tr></table>' +
        '<p>Hết.</p><ol><li>Số liệu đến tháng 6.</li></ol>',
    )
  })

  test('brings its pictures, each where it stood', async () => {
    const png = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#0a6' } })
      .png()
      .toBuffer()
    const { body, pictures } = await convertFile(await wordFile({ pictures: [png] }))
    expect(pictures.map(({ path }) => readFileSync(path).equals(png))).toEqual([true])
    const figure = { type: 'figure', attrs: { mediaId: pictures[0]?.id, alt: 'Ảnh 1' } }
    expect(body.content.filter(({ type }) => type === 'figure')).toEqual([figure])
  })

  test('that shows one picture in many places brings it once: it is never larger than what was counted', async () => {
    const parts = [...partsOf(pictureBy('embed').repeat(100)), linksTo('media/a.png'), { name: 'word/media/a.png', content: 'abc' }]
    const { body, pictures } = await convertFile(zipFile(parts))
    expect(pictures.map(({ path }) => readFileSync(path, 'utf8'))).toEqual(['abc'])
    const shown = body.content.map((block) => (block.type === 'figure' ? block.attrs.mediaId : block.type))
    expect(shown.filter((id) => id !== 'paragraph')).toEqual(Array(100).fill(pictures[0]?.id))
  })

  test('in the letters of .VnTime is found to be, and rewritten when that is asked for', async () => {
    const file = await plainWordFile(['UBND tØnh S«ng Trµ', 'Tæ chøc n\u00ADíc s¹ch cho x· héi'])
    expect(await convertFile(file)).toMatchObject({ legacyFont: 'tcvn3' })
    const converted = await convertFile(file, 'a.docx', 'tcvn3')
    expect([converted.legacyFont, htmlOf(converted)]).toEqual([null, '<p>UBND tỉnh Sông Trà</p><p>Tổ chức nước sạch cho xã hội</p>'])
  })

  test('has its title from its properties when it has no heading, and comments are told', async () => {
    const parts = partsOf('<w:p><w:r><w:t>a</w:t></w:r></w:p>')
    const comments = { name: 'word/comments.xml', content: '<w:comments><w:comment w:id="0"/><w:comment w:id="1"/></w:comments>' }
    const core = { name: 'docProps/core.xml', content: '<cp:p xmlns:dc="x"><dc:title>Tin &amp; ảnh</dc:title></cp:p>' }
    const { title, dropped } = await convertFile(zipFile([...parts, core, comments]))
    expect([title, dropped]).toEqual(['Tin & ảnh', [{ what: 'comment', count: 2, sample: null }]])
  })
})

describe('a file that is not what it should be is refused', () => {
  const [types, relations, main] = partsOf('<w:p/>') as [ZipPart, ZipPart, ZipPart]
  const with_ = (...parts: ZipPart[]) => zipFile([types, relations, main, ...parts])
  const zeros = Buffer.alloc(2_000_000)

  test.each<[string, Buffer | string, string?]>([
    ['another archive', zipFile([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }])],
    ['an old Word document', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)])],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'a.txt'],
    ['text of a kind that we do not know', '{}', 'a.json'],
    ['text under the name of a document', 'abc'],
  ])('%s: file_not_accepted', async (_, bytes, name) => expect(await refused(bytes, name)).toBe('file_not_accepted'))

  test.each<[string, Buffer]>([
    ['what breaks off', with_().subarray(0, 200)],
    ['what unpacks to far more than it is', with_({ name: 'word/media/a.png', content: zeros })],
    ['what unpacks to more than it says', with_({ name: 'word/media/a.png', content: 'abcdef', saidBytes: 2 })],
    ['other bytes than were packed', with_({ name: 'word/media/a.png', content: 'abcdef', saidSum: 1 })],
    ['an encrypted part', with_({ name: 'word/x.xml', content: 'x', isEncrypted: true })],
    ['a name that leads out', with_({ name: '../x', content: 'x' })],
    ['two parts of one name', with_(main)],
    ['more parts than a document has', with_(...Array.from({ length: 2000 }, (_, i) => ({ name: `word/${i}`, content: '' })))],
    ['entities', zipFile([types, relations, { ...main, content: `<!DOCTYPE x [<!ENTITY a "aaa">]>${main.content}` }])],
    ['markup that is none', zipFile([types, relations, { ...main, content: '<w:document' }])],
    ['markup as deep as the stack', zipFile(partsOf('<w:sdt><w:sdtContent>'.repeat(60_000)))],
  ])('%s: file_unreadable', async (_, bytes) => expect(await refused(bytes)).toBe('file_unreadable'))

  test('a picture elsewhere is not fetched, and told', async () => {
    const links = linksTo('file:///etc/passwd" TargetMode="External')
    const { pictures, dropped } = await convertFile(zipFile([...partsOf(pictureBy('link')), links]))
    expect([pictures, dropped]).toEqual([[], [{ what: 'picture', count: 1, sample: null }]])
  })
})

describe('text', () => {
  test('of Markdown has its headings, lists and tables, and no element of HTML that a page may not have', async () => {
    const converted = await convertText(
      'markdown',
      '# Tin\n\n- a\n  1. b\n\n| x | y |\n|---|---|\n| **1** | 2 |\n\n<script>alert(1)</script>\n',
    )
    expect(converted).toMatchObject({ title: 'Tin', dropped: [{ what: 'script' }] })
    expect(htmlOf(converted)).toBe(
      '<ul><li>a<ol><li>b</li></ol></li></ul><table><tr><th>x</th><th>y</th></tr><tr><td><strong>1</strong></td><td>2</td></tr></table>',
    )
  })

  test.each([
    ['empty lines stand between paragraphs', 'Một\ndòng\n\nHai', '<p>Một dòng</p><p>Hai</p>'],
    ['without empty lines each line is one', 'Một\r\nHai', '<p>Một</p><p>Hai</p>'],
    [
      'what looks like a list stays text, each on its own',
      'Gồm:\n- a\n1. b\n\nx <b>',
      '<p>Gồm:</p><p>- a</p><p>1. b</p><p>x &lt;b&gt;</p>',
    ],
  ])('that is plain: %s', async (_, content, html) => expect(htmlOf(await convertText('text', content))).toBe(html))

  test('of a file is UTF-8, UTF-16, or bytes of an old font', async () => {
    expect(htmlOf(await convertFile('<p>Việt', 'a.HTML'))).toBe('<p>Việt</p>')
    expect(htmlOf(await convertFile(Buffer.from('\uFEFFViệt', 'utf16le'), 'a.txt'))).toBe('<p>Việt</p>')
    const old = Buffer.from('C\u00E9ng hoµ x· h\u00E9i n\u00AD\u00EDc', 'latin1')
    expect(await convertFile(old, 'a.txt')).toMatchObject({ legacyFont: 'tcvn3' })
    expect(htmlOf(await convertFile(old, 'a.md', 'tcvn3'))).toBe('<p>Cộng hoà xã hội nước</p>')
  })
})

test('a conversion that ends without an answer is a file that cannot be read, and others go on', async () => {
  const path = join(folder, 'damaged.docx')
  await writeFile(path, 'PK\x03\x04')
  const orders: ConversionOrder[] = [
    { path, kind: 'docx', folder },
    { path: join(folder, 'none'), kind: 'text', folder },
    { input: { form: 'markdown', content: '# x' } },
  ]
  const answers = await Promise.all(
    orders.map((order) =>
      convertApart(order).then(
        ({ title }) => title,
        ({ code }) => code,
      ),
    ),
  )
  expect(answers).toEqual(['file_unreadable', 'file_unreadable', 'x'])
})

test('a conversion whose starter is gone does not go on for ever', async () => {
  const child = fork(new URL('./convert.process.ts', import.meta.url), ['500'], { stdio: 'ignore', serialization: 'advanced' })
  const ended = once(child, 'exit')
  // Nobody but itself ends it. It would be busy for a minute and more.
  child.send({ input: { form: 'html', content: '<b><p>'.repeat(140_000) } } satisfies ConversionOrder)
  expect(await ended).toEqual([null, 'SIGKILL'])
})

const packages = 'http://schemas.openxmlformats.org/package/2006'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The least that makes a Word file. */
function partsOf(body: string): ZipPart[] {
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const drawing = 'http://schemas.openxmlformats.org/drawingml/2006'
  const names = `xmlns:w="${word}" xmlns:r="${office}" xmlns:wp="${drawing}/wordprocessingDrawing" xmlns:a="${drawing}/main" xmlns:pic="${drawing}/picture"`
  return [
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="${packages}/content-types"><Default Extension="png" ContentType="image/png"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    { name: 'word/document.xml', content: `<w:document ${names}><w:body>${body}</w:body></w:document>` },
  ]
}

/** A paragraph with the picture that `linksTo` says, and a letter. */
function pictureBy(way: 'embed' | 'link'): string {
  const blip = `<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:${way}="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>`
  return `<w:p><w:r><w:drawing><wp:inline>${blip}</wp:inline></w:drawing></w:r><w:r><w:t>x</w:t></w:r></w:p>`
}

function linksTo(target: string): ZipPart {
  const link = `<Relationship Id="rId9" Type="${office}/image" Target="${target}"/>`
  return { name: 'word/_rels/document.xml.rels', content: `<Relationships xmlns="${packages}/relationships">${link}</Relationships>` }
}
