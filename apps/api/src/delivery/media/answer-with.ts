import { create as contentDisposition } from 'content-disposition'
import type { ServedFile } from '../../lib/served-file.ts'
import { answerFile, type Conditions, type FileAnswer, type FileHeaders } from '../answer-file.ts'
import type { Found } from './what-is-there.ts'

interface What {
  file: Pick<ServedFile, 'id' | 'rev' | 'originalName'>
  found: Found
  isSigned: boolean
}

/** How a file of the library is answered: its headers, and which part of it. */
export function answerWith(what: What, conditions: Conditions): FileAnswer {
  return answerFile(what.found.bytes, headersOf(what), conditions)
}

function headersOf({ file, found, isSigned }: What): FileHeaders {
  return {
    'content-type': found.type,
    // Of what stands in for another: its own.
    etag: `"${file.id}-${file.rev}-${found.name}"`,
    'accept-ranges': 'bytes',
    'cache-control': isSigned ? 'private, no-store' : found.isStandIn ? 'public, max-age=10' : 'public, max-age=86400, immutable',
    'cross-origin-resource-policy': 'cross-origin',
    ...(found.isUpload && { 'content-disposition': contentDisposition(file.originalName, { type: dispositionOf(found) }) }),
  }
}

function dispositionOf({ isAttachment }: Found): string {
  return isAttachment ? 'attachment' : 'inline'
}
