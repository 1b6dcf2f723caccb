import type { EditorialArticleCard } from '@bantin/shared/editorial-articles'
import { formatTime } from '../../lib/format.ts'
import type { DeskWords } from '../../lib/i18n/desk/vi.ts'

/** What the label of an article is made from. */
export type LabelledStates = Pick<EditorialArticleCard, 'workState' | 'publicState' | 'publishAt' | 'returned'>

/** The clocks of server and device differ a little: what has just come due is not late yet. */
const grace = 60_000

/** Whether the article was due and is not published. */
export function isOverdue({ workState, publishAt }: Pick<LabelledStates, 'workState' | 'publishAt'>): boolean {
  return workState === 'scheduled' && publishAt !== null && Date.parse(publishAt) + grace < Date.now()
}

/** People see one label for both states: "Đang đăng · có bản sửa chờ duyệt". */
export function stateLabel(states: LabelledStates, words: DeskWords['list']['states']): string {
  const { workState, publicState } = states
  if (publicState === 'none') return workState === 'none' ? words.work.draft : workLabel(states, words.work)
  const label = words.public[publicState]
  return workState === 'none' ? label : `${label} · ${workLabel(states, words.revision)}`
}

function workLabel(states: LabelledStates, words: DeskWords['list']['states']['work']): string {
  const { workState, publishAt } = states
  if (workState === 'scheduled') return (isOverdue(states) ? words.overdue : words.scheduled)(publishAt ? sayShortly(publishAt) : '')
  if (workState === 'draft' && states.returned !== null) return words.returned
  return words[workState === 'none' ? 'draft' : workState]
}

/** A moment of the near future in a label: "07:00 27/11", with the year when it is not this one. */
function sayShortly(timestamp: string): string {
  const [year, month, day] = timestamp.slice(0, 10).split('-')
  const isThisYear = Number(year) === new Date().getFullYear()
  return `${formatTime(timestamp)} ${day}/${month}${isThisYear ? '' : `/${year}`}`
}
