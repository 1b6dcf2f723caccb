import type { Comment, NewComment } from '@bantin/shared/comments'
import { send } from './factories.ts'
import type { SignedInForTest } from './sign-in.ts'
import type { TestApp } from './test-app.ts'

/** A comment made through the API. */
export async function commentOn(it: TestApp, as: SignedInForTest, articleId: string, input: Partial<NewComment> = {}): Promise<Comment> {
  const answer = await send(it, as, 'POST', `/articles/${articleId}/comments`, { text: 'Xem lại câu này.', ...input })
  if (answer.statusCode !== 201) throw new Error(`no comment: ${answer.body}`)
  return answer.json()
}
