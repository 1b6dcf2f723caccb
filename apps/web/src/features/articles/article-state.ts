import type { States } from '@bantin/shared/lifecycle'
import type { DeskWords } from '../../lib/i18n/desk/vi.ts'

/** People see one label for both states: "Đang đăng · có bản sửa". */
export type StateLabel = keyof DeskWords['list']['states']

const withRevision = { published: 'revised', held: 'heldRevised', withdrawn: 'withdrawnRevised', none: 'draft' } as const

/** The label of an article's two states. */
export function stateLabel({ workState, publicState }: States): StateLabel {
  return workState === 'draft' ? withRevision[publicState] : publicState
}
