import { mailTimes, notificationKinds } from '@bantin/shared/notifications'
import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { articles } from './articles.ts'
import { bytea, id, moment, version } from './columns.ts'
import { users } from './users.ts'

/** What a person is told about an article, written in the transaction that caused it. */
export const notifications = pgTable(
  'notifications',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    kind: text('kind', { enum: notificationKinds }).notNull(),
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** Whose deed it was, by the name of that time; null: the clock's. */
    actorName: text('actor_name'),
    note: text('note'),
    at: moment('at').notNull().default(sql`now()`),
    readAt: moment('read_at'),
    /** When it left by mail, alone or in a digest. */
    mailedAt: moment('mailed_at'),
  },
  (table) => [
    index('notifications_user').on(table.userId, table.at, table.id),
    index('notifications_unread').on(table.userId).where(sql`${table.readAt} IS NULL`),
    index('notifications_unmailed').on(table.userId).where(sql`${table.mailedAt} IS NULL`),
    index('notifications_article').on(table.articleId),
    check('notifications_kind', sql.raw(`kind IN (${notificationKinds.map((kind) => `'${kind}'`).join(', ')})`)),
  ],
)

/** How a person is told beside the desk. Without a row: everything, and by mail once a day. */
export const notificationSettings = pgTable(
  'notification_settings',
  {
    userId: uuid('user_id')
      .primaryKey()
      .references(() => users.id),
    mail: text('mail', { enum: mailTimes }).notNull().default('daily'),
    /** Kinds this person is not told of. */
    muted: text('muted').array().notNull().default(sql`'{}'`),
    /** The address of a chat's incoming webhook, sealed: whoever has it can write there. */
    chatUrl: bytea('chat_url'),
    /** The day of the site's zone for which the digest was made. */
    digestedOn: date('digested_on'),
    version: version(),
  },
  () => [check('notification_settings_mail', sql`mail IN ('off', 'at_once', 'daily')`)],
)
