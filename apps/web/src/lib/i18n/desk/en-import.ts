import type { ImportWords } from './vi-import.ts'

const many = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

type Counts = Parameters<ImportWords['done']>[0]
const said = ({ created, changed, unchanged, refused }: Counts): string =>
  `${many(created, 'line')} added, ${changed} changed, ${unchanged} unchanged, ${refused} refused.`

export const importing: ImportWords = {
  pageTitle: 'Import and export',
  lead: 'Bring units and people in from spreadsheets, and take them out as tables.',
  readerLead: 'Take units and people out as tables. To bring tables in is for administrators of the site.',
  leave: 'The table is not brought in yet. The table and the chosen columns are lost when you leave.',
  title: 'Import a table',
  about: 'What is the table about?',
  abouts: {
    units: { name: 'Units', hint: 'A unit in each row. The unit above it may come in a later row.' },
    people: { name: 'People', hint: 'A person in each row, or a person in a post. Their units have to be there.' },
  },
  came: (rows, columns) => `The table has ${many(rows, 'row')} and ${many(columns, 'column')}.`,
  another: 'Use another table',
  columns: 'Which column is which?',
  columnsHint: 'Columns with a known heading are chosen already. Others are not read; where a cell is empty, what is there stays.',
  needed: {
    units: 'Choose the column of the code or of the address: units are known by them.',
    people: 'Choose the column of the full name.',
  },
  scheme: 'List of codes of all lines',
  schemeHint: 'The list in which the codes of the table stand, such as “QĐ 20/2020”, for no column says it.',
  unknownColumns: 'No column is known. Say which column is which.',
  check: 'Check the table',
  checking: 'Looking at each line…',
  outcomesLabel: 'What becomes of each line',
  would: (counts) => `When it is imported: ${said(counts)} Nothing is saved yet.`,
  was: (counts) => `Imported: ${said(counts)}`,
  show: 'Show lines',
  outcomes: { all: 'All', created: 'Added', changed: 'Changed', unchanged: 'Unchanged', refused: 'Refused' },
  head: ['Line', 'Outcome', 'Name', 'Details'],
  more: (next, left) => `Show ${next} more (${left} left)`,
  changed: (fields) => `Changed: ${fields}.`,
  fault: (field, cell, text) => (cell ? `${field} “${cell}”: ${text}` : `${field}: ${text}`),
  refusedFile: 'Download the refused lines (CSV)',
  reasons: 'Reason',
  files: { units: 'refused-units', people: 'refused-people' },
  take: (count) => `Import ${many(count, 'line')}`,
  taking: 'Importing…',
  nothingToTake: 'There is no line to import.',
  confirmTitle: 'Import this table?',
  confirmLead: (created, changed, refused) =>
    `${many(created, 'line')} will be added and ${changed} changed.${refused > 0 ? ` ${many(refused, 'refused line')} will be left out.` : ''} There is no button that undoes an import.`,
  done: (counts) => `The table was imported: ${said(counts)}`,
  changedSince: 'The organisation was changed meanwhile. Check the table once more, then import it.',
  fields: {
    units: {
      codeScheme: 'List of codes',
      code: 'Code of the unit',
      slug: 'Address on the site',
      name: 'Name',
      shortName: 'Short name',
      kind: 'Kind',
      parent: 'Code of the unit above',
      from: 'From',
      through: 'Through',
      address: 'Postal address',
      phone: 'Telephone',
      email: 'E-mail',
      openingHours: 'Opening hours',
      order: 'Order',
    },
    people: {
      name: 'Full name',
      slug: 'Address on the site',
      unit: 'Code of the unit',
      post: 'Post',
      kind: 'Way of holding it',
      from: 'From',
      through: 'Through',
      decisionNo: 'Decision no.',
      order: 'Order in the unit',
      seniority: 'Seniority',
      phone: 'Telephone',
      email: 'E-mail',
    },
  },
  // The API says them in English.
  faults: {},
  giving: {
    title: 'Export tables',
    lead: 'CSV files, which spreadsheets open. They can be imported again after changes; as they are, they change nothing.',
    buttons: { units: 'Download units', people: 'Download people' },
    running: 'Downloading…',
    files: { units: 'units', people: 'people' },
  },
}
