import { isDeepStrictEqual } from 'node:util'
import type { Db } from '../../db/client.ts'
import { shownMedia } from '../shown-media.ts'
import { attempt } from './attempt.ts'
import type { Fault } from './fault.ts'
import { type ReferringRevision, readReferences } from './media-references.repository.ts'
import { inPages } from './pages.ts'

/** Reads every revision for the files that it shows: what nobody shows can be deleted, and what somebody shows must stay. */
export async function* checkMediaReferences(tx: Db): AsyncGenerator<Fault> {
  for await (const page of inPages((last: ReferringRevision | undefined) => readReferences(tx, last?.id))) {
    for (const { articleId: article, number, noted, ...content } of page) {
      // A body that cannot be read is another fault.
      const shown = attempt(() => shownMedia(content).sort())
      if (!shown || isDeepStrictEqual(shown, noted)) continue
      yield {
        kind: 'media_references',
        article,
        expected: `the ${shown.length} files of revision ${number}`,
        found: `${noted.length} files`,
      }
    }
  }
}
