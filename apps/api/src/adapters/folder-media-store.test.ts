import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { folderMediaStore } from './folder-media-store.ts'

test('other users of the machine see nothing of the media library, where the data folder is open to them too', async () => {
  const folder = temporaryFolder()
  await folderMediaStore(join(folder, 'media')).put('id/1/640.webp', Buffer.from('picture'))
  const modes = ['media', 'media/id', 'media/id/1', 'media/id/1/640.webp'].map(
    async (path) => (await stat(join(folder, path))).mode & 0o777,
  )
  expect(await Promise.all(modes)).toEqual([0o700, 0o700, 0o700, 0o600])
})
