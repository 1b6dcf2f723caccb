import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { makePdf } from './make-pdf.ts'

test('a sheet is a PDF whose table leads to each of its objects, with the picture as it was and its title', async () => {
  const data = await sharp({ create: { width: 80, height: 45, channels: 3, background: '#336699' } })
    .jpeg()
    .toBuffer()
  const pdf = makePdf({ title: 'Tờ rơi “sông sạch”', picture: { data, width: 80, height: 45 } })
  expect(await fileTypeFromBuffer(pdf)).toEqual({ ext: 'pdf', mime: 'application/pdf' })
  const text = pdf.toString('latin1')
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1])
  expect(text.slice(table, table + 9)).toBe('xref\n0 7\n')
  const places = [...text.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, place]) => Number(place))
  expect(places.map((place) => text.slice(place, place + 7))).toEqual([1, 2, 3, 4, 5, 6].map((number) => `${number} 0 obj`))
  expect(pdf.includes(data)).toBe(true)
  const title = /\/Title <FEFF([0-9a-f]+)>/.exec(text)?.[1] ?? ''
  expect(Buffer.from(title, 'hex').swap16().toString('utf16le')).toBe('Tờ rơi “sông sạch”')
})
