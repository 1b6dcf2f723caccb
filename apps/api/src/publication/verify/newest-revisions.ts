import type { Db } from '../../db/client.ts'
import { hashOf } from '../edit.ts'
import { pickContent } from '../revisions.ts'
import { attempt } from './attempt.ts'
import type { Fault } from './fault.ts'
import { type NewestRevision, readNewestRevisions } from './newest-revisions.repository.ts'
import { inPages } from './pages.ts'

/** Holds the newest revision of every article against the hash that the audit log has of it: what waits for its publication is safe too. */
export async function* checkNewestRevisions(tx: Db): AsyncGenerator<Fault> {
  for await (const page of inPages((last: NewestRevision | undefined) => readNewestRevisions(tx, last?.articleId))) {
    for (const { articleId: article, revision, noted } of page) {
      // What was emptied has no words left that could be compared.
      if (revision.redactedAt) continue
      const hash = attempt(() => hashOf(pickContent(revision)))
      if (hash === noted) continue
      const found = noted === null ? 'none' : `sha256:${noted}`
      yield { kind: 'revision_noted', article, expected: hash ? `sha256:${hash} by revision ${revision.number}` : 'a hash', found }
    }
  }
}
