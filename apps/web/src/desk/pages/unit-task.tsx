import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { AddUnitDialog } from '../../features/organization/units/add-unit-dialog.tsx'
import { MoveDialog } from '../../features/organization/units/move-dialog.tsx'
import { withAllBelow } from '../../features/organization/units/tree-lines.ts'
import { type TreeUnit, treeQuery, unitQuery } from '../../features/organization/units/units.api.ts'
import { inTreeOrder, unitPath } from '../../features/units/unit-tree-choices.ts'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useMe } from '../../lib/use-session.ts'
import type { Saying } from '../../ui/said-line.tsx'
import { useOrganizationPermission } from '../use-organization-permission.ts'
import { useToday } from './use-today.ts'

/** What is being done to the tree: a unit is made, perhaps below one, or one is moved, perhaps onto another. */
type Task = { add: TreeUnit | null } | Move
interface Move {
  move: TreeUnit
  onto?: TreeUnit
}

/** Who may do what to the tree of a day, and what is being done. Permission depends on where a unit stands today. */
export function useUnitTask(day: string | undefined) {
  const may = useOrganizationPermission()
  const { grants } = useMe()
  const [task, setTask] = useState<Task | null>(null)
  const now = useToday()
  const today = useQuery(treeQuery({ closed: false })).data ?? []
  const shown = useQuery({ ...treeQuery({ asOf: day, closed: false }), enabled: day !== undefined }).data ?? today
  const pathOf = (id: string): string[] => (today.some((unit) => unit.id === id) ? unitPath(today, id) : [id])
  const mayChange = (id: string): boolean => may('units.change', pathOf(id))
  const mayStandAlone = may('units.change', null)
  return {
    task,
    begin: setTask,
    leave: () => setTask(null),
    mayChange,
    mayStandAlone,
    mayChangeAny: mayStandAlone || grants.some(({ unitId }) => unitId !== null && mayChange(unitId)),
    shown,
    /** Where one may be placed, in the order of the tree. */
    parents: inTreeOrder(shown).filter(({ id }) => mayChange(id)),
    day: day ?? now,
  }
}

type Work = ReturnType<typeof useUnitTask>

/** The dialog of what is being done. */
export function UnitTask({ work, saying }: { work: Work; saying: Saying }) {
  const { task, leave, parents, mayStandAlone } = work
  const navigate = useNavigate()
  if (task === null) return null
  if ('move' in task) return <Moving key={task.move.id} task={task} work={work} saying={saying} />
  return (
    <AddUnitDialog
      parents={parents}
      below={task.add}
      mayStandAlone={mayStandAlone}
      onClose={leave}
      onAdded={({ id }) => void navigate({ to: '/ban-bien-tap/don-vi/$unitId', params: { unitId: id } })}
    />
  )
}

function Moving({ task, work, saying }: { task: Move; work: Work; saying: Saying }) {
  const { failed } = useDeskText()
  const { data: unit, isError } = useQuery(unitQuery(task.move.id))
  if (isError) return <p role="alert">{failed}</p>
  if (!unit) return null
  const own = withAllBelow(work.shown, unit.id)
  return (
    <MoveDialog
      unit={unit}
      parents={work.parents.filter(({ id }) => !own.has(id))}
      onto={task.onto}
      day={work.day}
      mayStandAlone={work.mayStandAlone}
      onClose={work.leave}
      onMoved={(said) => {
        work.leave()
        saying.done(said)
      }}
    />
  )
}
