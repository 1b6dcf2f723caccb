import type { TablesWords } from './vi-tables.ts'

export const tables: TablesWords = {
  paste: 'Paste a table here',
  pasteHint: 'Copied from Excel, Google Sheets or Word with the row of headings; or the content of a CSV file.',
  read: 'Read the table',
  reading: 'Reading…',
  choose: 'Choose an .xlsx or .csv file',
  drop: 'Drop a file to read its table',
  nothing: 'Paste a table, or choose a file.',
  noRows: 'The table has headings but no row.',
  noColumn: 'No such column',
  problems: {
    file_too_large: 'The file is larger than 10 MB.',
    file_not_accepted: 'Only .xlsx and .csv files can be read.',
    file_unreadable: 'No table could be read in it. Open the file, look at it and save it again as .xlsx or .csv (UTF-8).',
  },
}
