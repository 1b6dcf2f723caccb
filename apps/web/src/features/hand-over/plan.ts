import type { HandOverInput, HandOverSheet } from '@bantin/shared/hand-over'
import type { HandOverWords } from '../../lib/i18n/desk/vi-hand-over.ts'

/** The decisions about the parts of the sheet. */
export type Plan = Omit<HandOverInput, 'to'>
export type PlanPart = Exclude<keyof Plan, 'disable'>

export const planParts = ['articles', 'schedules', 'links', 'clients', 'grants'] as const

/** Nothing is left without anybody, and nothing stays open by mistake. */
export const safePlan: Plan = { articles: 'give', schedules: 'give', links: 'revoke', clients: 'give', grants: 'remove', disable: true }

/** How much there is in each part. */
export function countsOf({ drafts, inReview, schedules, links, clients, grants }: HandOverSheet): Record<PlanPart, number> {
  const articles = drafts.total + inReview.total
  return { articles, schedules: schedules.total, links: links.total, clients: clients.total, grants: grants.length }
}

/** Whether something that is there is handed to somebody. */
export function needsSuccessor(sheet: HandOverSheet, plan: Plan): boolean {
  const counts = countsOf(sheet)
  return planParts.some((part) => counts[part] > 0 && plan[part] === 'give')
}

/** What the API is sent. Where there is nothing and nobody, nothing is handed to nobody. */
export function inputOf(sheet: HandOverSheet, plan: Plan, to: string | null): HandOverInput {
  const counts = countsOf(sheet)
  const taker = needsSuccessor(sheet, plan) ? to : null
  const decided = <Choice>(part: PlanPart, choice: Choice): Choice | 'leave' =>
    counts[part] === 0 && choice === 'give' && taker === null ? 'leave' : choice
  return {
    to: taker,
    articles: decided('articles', plan.articles),
    schedules: decided('schedules', plan.schedules),
    links: decided('links', plan.links),
    clients: decided('clients', plan.clients),
    grants: decided('grants', plan.grants),
    disable: plan.disable && sheet.user.disabledAt === null,
  }
}

/** All that will happen, a sentence each. */
export function sayPlan(sheet: HandOverSheet, plan: Plan, to: string | null, words: HandOverWords): string[] {
  const counts = countsOf(sheet)
  const name = to ?? words.theSuccessor
  const said = planParts.flatMap((part) => (counts[part] > 0 ? [sayPart(part, plan, words)(counts[part], name)] : []))
  const all = plan.disable && sheet.user.disabledAt === null ? [...said, words.plan.disable] : said
  return all.length > 0 ? all : [words.plan.nothing]
}

function sayPart(part: PlanPart, plan: Plan, words: HandOverWords): (count: number, to: string) => string {
  const sentences: Record<string, (count: number, to: string) => string> = words.plan[part]
  return sentences[plan[part]] ?? ((count) => String(count))
}
