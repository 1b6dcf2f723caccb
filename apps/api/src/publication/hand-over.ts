import type { Db } from '../db/client.ts'
import type { ActingPerson } from '../lib/acting-person.ts'

/** What is decided about the articles of a person who leaves. */
export interface ArticleHandOver {
  from: string
  to: string | null
  articles: 'give' | 'leave'
  schedules: 'give' | 'unschedule' | 'leave'
  links: 'give' | 'revoke' | 'leave'
}

/** How many of each were dealt with. */
export async function handOverArticles(_tx: Db, _actor: ActingPerson, _choice: ArticleHandOver): Promise<void> {
  throw new Error('being written')
}
