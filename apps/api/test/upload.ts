import type { SignedInForTest } from './sign-in.ts'
import type { TestApp } from './test-app.ts'

/** A file as a form sends it. */
export interface SentFile {
  name: string
  bytes: Buffer
  /** What the sender says that it is: nobody believes it. */
  type?: string
}

const boundary = 'ranh-gioi-thu'

/** Files as a request of multipart/form-data. */
export function formOf(files: SentFile[], fields: Record<string, string> = {}) {
  const parts = [
    ...Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    ),
    ...files.flatMap(({ name, bytes, type = 'application/octet-stream' }) => [
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`),
      bytes,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]
  return { payload: Buffer.concat(parts), headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}

/** Uploads as the person; `path` is below `/editorial`, with its query. */
export async function upload({ app }: TestApp, as: SignedInForTest | null, files: SentFile[], path = '/media', fields = {}) {
  const { payload, headers } = formOf(files, fields)
  return await app.inject({
    method: 'POST',
    url: `/api/v1/editorial${path}`,
    headers: { ...headers, ...(as && { authorization: as.authorization }) },
    payload,
  })
}
