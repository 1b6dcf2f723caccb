import type { HandOverResult, HandOverSheet } from '@bantin/shared/hand-over'
import type { Actor } from '@bantin/shared/permissions'
import { recordAudit } from '../db/audit.ts'
import type { Db } from '../db/client.ts'
import type { ActingPerson } from '../lib/acting-person.ts'
import type { ArticleRow } from './article.ts'
import { appendChanges, type ChangeEntry } from './changes.ts'
import { type ArticleHandOver, planHandOver } from './hand-over-plan.ts'
import { changeLinks, type OpenLink, setAssignees, setSchedulers } from './hand-over-rows.ts'
import { transition } from './transition.ts'
import { findDrafts, findInReview, findLinks, findSchedules } from './under-way.ts'

type UnderWay = Pick<HandOverSheet, 'drafts' | 'inReview' | 'schedules' | 'links'>

/** What a person has under way in articles, of units in which the actor reads everything. */
export async function readUnderWay(db: Db, actor: Actor, userId: string): Promise<UnderWay> {
  return {
    drafts: await findDrafts(db, actor, userId),
    inReview: await findInReview(db, actor, userId),
    schedules: await findSchedules(db, actor, userId),
    links: await findLinks(db, actor, userId),
  }
}

/**
 * Does what was decided with all that the actor may do it with; what is beyond his reach stays as it is. Bylines stay, and
 * versions but of what is taken off the schedule. Answers how many of each. Belongs behind the locks on the two users. Throws
 * `unknown_reference` naming the units in which the successor lacks a role, `conflict` where it is too much.
 */
export async function handOverArticles(
  tx: Db,
  actor: ActingPerson,
  choice: ArticleHandOver,
): Promise<Pick<HandOverResult, 'articles' | 'schedules' | 'links'>> {
  const { schedules, articles, links } = await planHandOver(tx, actor, choice)
  const entries: ChangeEntry[] = []
  if (choice.schedules === 'unschedule') {
    for (const article of schedules) entries.push(...(await transition(tx, article, 'unschedule', actor, {})).entries)
  }
  if (choice.schedules === 'give') await giveSchedules(tx, actor, schedules, nameOf(choice))
  if (choice.articles === 'give') await giveArticles(tx, actor, articles, nameOf(choice))
  const changed = await endOrGiveLinks(tx, actor, links, choice)
  await appendChanges(tx, entries)
  return { articles: articles.length, schedules: schedules.length, links: changed }
}

function nameOf({ to }: ArticleHandOver): string {
  if (!to) throw new Error('nobody to give it to')
  return to.userId
}

async function giveSchedules(tx: Db, actor: ActingPerson, articles: ArticleRow[], to: string): Promise<void> {
  await setSchedulers(
    tx,
    articles.map(({ id }) => id),
    to,
  )
  const noted = articles.map(({ id, version, scheduledBy }) => {
    const detail = { scheduledBy: { before: scheduledBy, after: to } }
    return { action: 'article.handOver', entity: 'article', entityId: id, version, detail }
  })
  await recordAudit(tx, actor, ...noted)
}

async function giveArticles(tx: Db, actor: ActingPerson, articles: ArticleRow[], to: string): Promise<void> {
  // What was taken off the schedule has a new version by now.
  const versions = await setAssignees(
    tx,
    articles.map(({ id }) => id),
    to,
  )
  const noted = articles.map(({ id, assigneeId }) => {
    const detail = { before: assigneeId, after: to }
    return { action: 'article.assign', entity: 'article', entityId: id, version: versions.get(id), detail }
  })
  await recordAudit(tx, actor, ...noted)
}

async function endOrGiveLinks(tx: Db, actor: ActingPerson, links: OpenLink[], choice: ArticleHandOver): Promise<number> {
  const to = choice.links === 'give' ? nameOf(choice) : null
  const changed = await changeLinks(tx, links, to)
  const noted = links
    .filter(({ id }) => changed.has(id))
    .map(({ kind, id, articleId }) => {
      const detail = { [`${kind}Id`]: id, ...(to !== null && { before: choice.from, after: to }) }
      return { action: `${kind}.${to === null ? 'revoke' : 'handOver'}`, entity: 'article', entityId: articleId, detail }
    })
  await recordAudit(tx, actor, ...noted)
  return changed.size
}
