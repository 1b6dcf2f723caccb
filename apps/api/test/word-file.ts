import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'

const listLevels = [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER].map((format, level) => ({
  level,
  format,
  text: `%${level + 1}.`,
  alignment: AlignmentType.START,
}))
const cell = (text: string, spans: { columnSpan?: number; rowSpan?: number } = {}) =>
  new TableCell({ children: [new Paragraph(text)], ...spans })

/** A Word file with headings, nested lists, a table with merged cells, a link, bold, a footnote and, where they are given, pictures. */
export async function wordFile({ title, pictures = [] }: { title?: string; pictures?: Buffer[] } = {}): Promise<Buffer> {
  const children = [
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: 'Báo cáo thi đua' }),
    new Paragraph({
      children: [
        new TextRun('Tỉnh có '),
        new TextRun({ text: '12 đơn vị', bold: true }),
        new TextRun(' đạt danh hiệu; xem '),
        new ExternalHyperlink({ link: 'https://example.gov.vn/van-ban', children: [new TextRun('văn bản')] }),
        new TextRun({ text: 'gạch chân', underline: {} }),
        new FootnoteReferenceRun(1),
      ],
    }),
    new Paragraph({ heading: HeadingLevel.HEADING_2, text: 'Việc phải làm' }),
    new Paragraph({ text: 'Khối tỉnh', bullet: { level: 0 } }),
    new Paragraph({ text: 'Cụm một', bullet: { level: 1 } }),
    new Paragraph({ text: 'Khối xã', bullet: { level: 0 } }),
    new Paragraph({ text: 'Đăng ký', numbering: { reference: 'steps', level: 0 } }),
    new Paragraph({ text: 'Nộp hồ sơ', numbering: { reference: 'steps', level: 1 } }),
    new Paragraph({ text: 'Chấm điểm', numbering: { reference: 'steps', level: 0 } }),
    new Table({
      rows: [
        new TableRow({ children: [cell('Đơn vị', { columnSpan: 2 })] }),
        new TableRow({ children: [cell('Sở A', { rowSpan: 2 }), cell('95')] }),
        new TableRow({ children: [cell('96')] }),
      ],
    }),
    ...pictures.map(
      (data, i) =>
        new Paragraph({
          children: [
            new ImageRun({
              type: 'png',
              data,
              transformation: { width: 64, height: 48 },
              altText: { name: `p${i}`, title: '', description: `Ảnh ${i + 1}` },
            }),
          ],
        }),
    ),
    new Paragraph('Hết.'),
  ]
  return await pack({ title, children })
}

/** A Word file of these paragraphs. */
export async function plainWordFile(paragraphs: string[]): Promise<Buffer> {
  return await pack({ children: paragraphs.map((text) => new Paragraph({ children: [new TextRun({ text, font: '.VnTime' })] })) })
}

async function pack({ title, children }: { title?: string | undefined; children: (Paragraph | Table)[] }): Promise<Buffer> {
  const document = new Document({
    ...(title === undefined ? {} : { title }),
    footnotes: { 1: { children: [new Paragraph('Số liệu đến tháng 6.')] } },
    numbering: { config: [{ reference: 'steps', levels: listLevels }] },
    sections: [{ children }],
  })
  return await Packer.toBuffer(document)
}
