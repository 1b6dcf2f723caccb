import type { Report } from '@bantin/shared/reports'
import writeXlsxFile, { type Cell, type Row } from 'write-excel-file/node'
import { type ReportWords, reportWords } from './report-words.ts'

/** A report as a workbook of three sheets, in the language asked for. Texts are texts: none is a formula. */
export async function reportXlsx(report: Report & { savedAt?: string }, locale: 'vi' | 'en'): Promise<Buffer> {
  const words = reportWords[locale]
  return writeXlsxFile([
    { sheet: words.sheets.summary, data: summarySheet(report, words), columns: [{ width: 48 }, { width: 22 }] },
    { sheet: words.sheets.published, data: publishedSheet(report, words), columns: [16, 40, 28, 28, 12].map((width) => ({ width })) },
    { sheet: words.sheets.top, data: topSheet(report, words), columns: [6, 70, 70, 12, 12].map((width) => ({ width })) },
  ]).toBuffer()
}

function summarySheet({ kind, countedBy, startsOn, endsOn, savedAt, figures }: Report & { savedAt?: string }, words: ReportWords): Row[] {
  const { timeliness } = figures
  const { summary } = words
  return [
    [bold(words.title)],
    [text(`${words.kinds[kind]}, ${words.countedBy[countedBy]}`)],
    [text(words.from), date(startsOn, 'dd/mm/yyyy')],
    [text(words.to), date(endsOn, 'dd/mm/yyyy')],
    ...(savedAt ? [[text(words.savedAt), date(savedAt, 'dd/mm/yyyy hh:mm')]] : []),
    [],
    [text(summary.articles), number(figures.articles)],
    [text(summary.timely), number(timeliness.articles)],
    [text(summary.sameDay), number(timeliness.sameDay)],
    [text(summary.nextDay), number(timeliness.nextDay)],
    [text(summary.later), number(timeliness.later)],
    [text(summary.medianDays), timeliness.medianDays === null ? null : number(timeliness.medianDays, '0.0')],
    [text(summary.corrections), number(figures.corrections)],
    [text(summary.holds), number(figures.holds)],
    [text(summary.withdrawals), number(figures.withdrawals)],
    [text(summary.visits), number(figures.visits)],
    [text(summary.views), number(figures.views)],
    [text(summary.readers), number(figures.readers)],
  ]
}

function publishedSheet({ figures }: Report, { columns, none }: ReportWords): Row[] {
  const name = (of: { name: string } | null) => text(of?.name ?? none)
  return [
    [columns.genre, columns.unit, columns.category, columns.author, columns.articles].map(bold),
    ...figures.published.map(({ genre, unit, category, author, articles }) => [
      text(genre ?? none),
      name(unit),
      name(category),
      name(author),
      number(articles),
    ]),
  ]
}

function topSheet({ figures }: Report, { columns }: ReportWords): Row[] {
  return [
    [columns.place, columns.title, columns.url, columns.readers, columns.views].map(bold),
    ...figures.top.map(({ title, url, readers, views }, index) => [
      number(index + 1),
      text(title),
      text(url ?? ''),
      number(readers),
      number(views),
    ]),
  ]
}

function text(value: string): Cell {
  return { value, type: String }
}

function bold(value: string): Cell {
  return { value, type: String, fontWeight: 'bold' }
}

/** As the site's clock shows it: its offset is left off, since a sheet knows no time zones. */
function date(at: string, format: string): Cell {
  const [day, time = '00:00'] = at.slice(0, 16).split('T')
  return { value: new Date(`${day}T${time}Z`), type: Date, format, align: 'left' }
}

function number(value: number, format = '#,##0'): Cell {
  return { value, type: Number, format }
}
