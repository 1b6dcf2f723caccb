import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../db/client.ts'
import { comments } from '../db/schema/collaboration.ts'
import type { ActingPerson } from '../lib/acting-person.ts'

export interface NewComment {
  articleId: string
  actor: ActingPerson
  /** Of the newest revision, which it speaks of. */
  revisionNumber: number
  /** Null: the whole article. */
  blockId: string | null
  /** The first comment of the thread that this answers. */
  parentId: string | null
  text: string
}

/** Adds what a signed-in person says about an article; answers its id. Nobody else can say anything. */
export async function addComment(tx: Db, { actor, ...comment }: NewComment): Promise<string> {
  if (actor.userId === null) throw new Error('a comment without a person')
  const id = uuidv7()
  await tx.insert(comments).values({ id, ...comment, authorId: actor.userId })
  return id
}
