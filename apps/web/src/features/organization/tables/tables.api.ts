import type { Table } from '@bantin/shared/tables'
import { mutationOptions } from '@tanstack/react-query'
import { apiOf } from '../../../lib/query-client.ts'

/** A table as it was pasted, or a file with one, read into rows of strings; nothing is stored. Fails with `file_unreadable` and its like. */
export function readTableMutation() {
  return mutationOptions({
    mutationFn: (from: { text: string } | { file: File }, { client }) =>
      'file' in from
        ? apiOf(client).upload<Table>('/editorial/tables/file', from.file)
        : apiOf(client).send<Table>('POST', '/editorial/tables', { body: { text: from.text } }),
  })
}
