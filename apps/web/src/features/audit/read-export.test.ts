import { expect, test } from 'vitest'
import { readExport } from './read-export.ts'

const names = '\uFEFFid,at,actorName\r\n'

test('rows are counted without the line of names, and the last one is known by its id', () => {
  expect(readExport(`${names}12,x,Lan\r\n9,x,Minh\r\n`)).toEqual({ rows: 2, lastId: 9 })
})

test('line breaks and quotes inside a cell are part of its row', () => {
  expect(readExport(`${names}12,x,"a\r\nb ""c""\r\n7,d"\r\n5,x,"y"\r\n`)).toEqual({ rows: 2, lastId: 5 })
  expect(readExport(`${names}12,x,"a\r\n7,b"\r\n`)).toEqual({ rows: 1, lastId: 12 })
})

test('a log without rows has none', () => {
  expect(readExport(names)).toEqual({ rows: 0, lastId: null })
  expect(readExport('')).toEqual({ rows: 0, lastId: null })
})
