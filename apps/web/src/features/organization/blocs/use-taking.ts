import type { EditorialBlocYear, EmulationTable } from '@bantin/shared/editorial-emulation'
import type { Table } from '@bantin/shared/tables'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../../lib/api-error.ts'
import { useRefusal } from '../use-refusal.ts'
import { blocYearQuery, tableTrialQuery, takeTableMutation } from './blocs.api.ts'
import { type EmulationField, guessColumns, isTotal } from './emulation-columns.ts'

/** A table on its way into a year: which columns and rows are taken, and what the API takes them for. Each choice is tried at once. */
export function useTaking(year: EditorialBlocYear, table: Table, onTaken: (count: number) => void) {
  const client = useQueryClient()
  const refusal = useRefusal()
  const [mapping, setMapping] = useState<Partial<Record<EmulationField, number>>>(() => guessColumns(table.columns))
  const [left, setLeft] = useState<ReadonlySet<number>>(() => new Set(table.rows.flatMap((cells, at) => (isTotal(cells) ? [at] : []))))
  const [refused, setRefused] = useState<string | 'stale' | null>(null)
  const taking = useMutation(takeTableMutation())
  const sent = sentTable(table, mapping, left)
  const trial = useQuery(tableTrialQuery(year, sent))
  const take = (): void => {
    if (!sent) return
    setRefused(null)
    taking.mutate(
      { year, table: { ...sent, status: 'proposed' } },
      {
        onSuccess: ({ rows }) => onTaken(rows.length),
        onError: (error) => {
          const isStale = error instanceof ApiError && error.code === 'version_stale'
          if (isStale) void client.invalidateQueries({ queryKey: blocYearQuery(year.blocId, year.year).queryKey })
          setRefused(isStale ? 'stale' : refusal(error).text)
        },
      },
    )
  }
  const toggle = (at: number): void => {
    const next = new Set(left)
    if (!next.delete(at)) next.add(at)
    setLeft(next)
  }
  return { mapping, setMapping, left, toggle, sent, trial, take, busy: taking.isPending, refused }
}

export type Taking = ReturnType<typeof useTaking>

function sentTable(
  table: Table,
  { member, ...mapping }: Partial<Record<EmulationField, number>>,
  left: ReadonlySet<number>,
): EmulationTable | null {
  const taken = table.rows.flatMap((cells, at) => (left.has(at) ? [] : [{ cells, line: table.lines[at] ?? at + 1 }]))
  if (member === undefined || taken.length === 0) return null
  return { rows: taken.map(({ cells }) => cells), lines: taken.map(({ line }) => line), mapping: { member, ...mapping } }
}
