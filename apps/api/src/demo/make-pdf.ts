/** A4 in points, lying. */
const page = { width: 842, height: 595 }
const margin = 36

interface Sheet {
  title: string
  /** A JPEG, and its size in pixels. */
  picture: { data: Buffer; width: number; height: number }
}

/** A PDF of one A4 sheet with a picture to be printed (ISO 32000-1, version 1.4). Always the same bytes for the same sheet. */
export function makePdf({ title, picture }: Sheet): Buffer {
  const scale = Math.min((page.width - 2 * margin) / picture.width, (page.height - 2 * margin) / picture.height)
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)]
  const [left, bottom] = [Math.round((page.width - width) / 2), Math.round((page.height - height) / 2)]
  const drawing = Buffer.from(`q ${width} 0 0 ${height} ${left} ${bottom} cm /Picture Do Q`)
  return putTogether([
    Buffer.from('<< /Type /Catalog /Pages 2 0 R /Lang (vi) /ViewerPreferences << /DisplayDocTitle true >> >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Contents 4 0 R /Resources << /XObject << /Picture 5 0 R >> >> >>`,
    ),
    stream('', drawing),
    stream(
      `/Type /XObject /Subtype /Image /Width ${picture.width} /Height ${picture.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
      picture.data,
    ),
    Buffer.from(`<< /Title <FEFF${Buffer.from(title, 'utf16le').swap16().toString('hex')}> >>`),
  ])
}

function stream(dictionary: string, data: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`<< ${dictionary} /Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')])
}

/** The objects with the table of where each begins. The last one says what the document is called. */
function putTogether(objects: Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')]
  const places: number[] = []
  const length = () => parts.reduce((sum, part) => sum + part.length, 0)
  for (const [index, object] of objects.entries()) {
    places.push(length())
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n'))
  }
  const table = length()
  const rows = ['0000000000 65535 f \n', ...places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`)]
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>`
  parts.push(Buffer.from(`xref\n0 ${rows.length}\n${rows.join('')}trailer\n${trailer}\nstartxref\n${table}\n%%EOF\n`))
  return Buffer.concat(parts)
}
