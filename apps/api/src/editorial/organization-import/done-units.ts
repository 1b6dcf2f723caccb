import type { AuditEntry } from '../../db/audit.ts'
import type { UnitPlan } from './plan-units.ts'

/** For the log: that the unit was made, or what was changed of it. */
export function deedOfUnit({ id, known, said, parentId: below, fields }: UnitPlan): AuditEntry {
  const parentId = below ?? null
  const { contacts, parent: _, ...own } = said
  const after: Record<string, unknown> = { ...own, ...contacts, parent: parentId }
  if (!known) {
    const { name, kind, from = null } = said
    return { action: 'unit.create', entity: 'unit', entityId: id, version: 1, fields: [], detail: { name, kind, parentId, from } }
  }
  const before: Record<string, unknown> = { ...known, ...known.contacts, parent: known.parentId }
  const detail = Object.fromEntries(fields.map((field) => [field, { before: before[field] ?? null, after: after[field] }]))
  return { action: 'unit.edit', entity: 'unit', entityId: id, version: known.version + 1, fields, detail }
}
