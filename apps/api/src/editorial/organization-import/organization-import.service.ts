import type { ImportedLine, LineOutcome, OrganizationImport, OrganizationImportInput } from '@bantin/shared/organization-import'
import { findPersonColumns, findUnitColumns } from '@bantin/shared/organization-import/columns'
import { type AuditEntry, recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { requireSitePermission } from '../../guarded/site-permission.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { changeOrganization, type ShownThing } from '../../publication/change-organization.ts'
import { answerOnce } from '../answer-once.service.ts'
import { tryOut } from '../try-out.ts'
import { deedOfUnit } from './done-units.ts'
import { takeTime } from './known.repository.ts'
import { type Line, linesOf } from './lines.ts'
import { takePeople } from './take-people.ts'
import { takeUnits } from './take-units.ts'

/**
 * Brings units and people in from tables, and answers what each line came to: refused ones change nothing and do not keep the others from being
 * taken. With `dryRun` it is done and not kept. The same tables once more change nothing. Throws `forbidden`, and `invalid_request` for a
 * table of which no column is known.
 */
export async function importOrganization(
  db: Db,
  call: GuardedCall,
  input: OrganizationImportInput,
  dryRun: boolean,
): Promise<Answer<OrganizationImport>> {
  if (!dryRun) return await answerOnce(db, call, async (tx) => ({ status: 200, body: await takeTables(tx, call.actor, input) }))
  const body = await tryOut(db, (tx) => takeTables(tx, call.actor, input))
  return { status: 200, body: { taken: false, units: withoutNewIds(body.units), people: withoutNewIds(body.people) } }
}

/** The same for commands: within a transaction of its own, or tried. */
export async function importTables(
  db: Db,
  actor: ActingPerson,
  input: OrganizationImportInput,
  dryRun: boolean,
): Promise<OrganizationImport> {
  if (!dryRun) return await db.transaction((tx) => takeTables(tx, actor, input))
  return { ...(await tryOut(db, (tx) => takeTables(tx, actor, input))), taken: false }
}

interface Came {
  answer: ImportedLine
  deeds: AuditEntry[]
  shown: ShownThing[]
}

async function takeTables(
  tx: Db,
  actor: ActingPerson,
  { units, people, codeScheme }: OrganizationImportInput,
): Promise<OrganizationImport> {
  await takeTime(tx)
  return await changeOrganization(tx, async () => {
    await requireSitePermission(tx, actor, 'units.change')
    const unitMapping = units && requireColumns('units', units.mapping ?? findUnitColumns(units.columns))
    const personMapping = people && requireColumns('people', people.mapping ?? findPersonColumns(people.columns))
    const ofUnits = units && unitMapping && (await cameOfUnits(tx, linesOf({ ...units, mapping: unitMapping }), codeScheme))
    const ofPeople = people && personMapping && (await cameOfPeople(tx, linesOf({ ...people, mapping: personMapping }), codeScheme))
    const came = [...(ofUnits ?? []), ...(ofPeople ?? [])]
    await recordAudit(tx, actor, ...came.flatMap(({ deeds }) => deeds))
    const answer = {
      taken: true,
      units: ofUnits && unitMapping ? { mapping: unitMapping, ...answerOf(ofUnits) } : null,
      people: ofPeople && personMapping ? { mapping: personMapping, ...answerOf(ofPeople) } : null,
    }
    return { answer, shown: onceEach(came.flatMap(({ shown }) => shown)) }
  })
}

/** Throws `invalid_request` where nothing of a table is understood. */
function requireColumns<M extends object>(table: 'units' | 'people', mapping: M): M {
  if (Object.keys(mapping).length > 0) return mapping
  const message = `No heading of the table of ${table} is known: say which column is which.`
  const errors = [{ in: 'body' as const, pointer: `/${table}/columns`, code: 'unknown', message }]
  throw new ProblemError('invalid_request', { detail: message, errors })
}

async function cameOfUnits(tx: Db, lines: Parameters<typeof takeUnits>[1], codeScheme: string | undefined): Promise<Came[]> {
  const plans = await takeUnits(tx, lines, codeScheme)
  return plans.map((plan) => {
    const { line, said, known, fields, id } = plan
    const name = said.name ?? known?.name ?? said.code ?? said.slug ?? ''
    if (line.problems.length > 0) return refused(line, name)
    const outcome = !known ? 'created' : fields.length > 0 ? 'changed' : 'unchanged'
    const deeds = outcome === 'unchanged' ? [] : [deedOfUnit(plan)]
    return { answer: { line: line.line, outcome, name, id, fields, problems: [] }, deeds, shown: deeds.map(() => ({ entity: 'unit', id })) }
  })
}

async function cameOfPeople(tx: Db, lines: Parameters<typeof takePeople>[1], codeScheme: string | undefined): Promise<Came[]> {
  const { plans, done } = await takePeople(tx, lines, codeScheme)
  return plans.map(({ line, said, person }) => {
    const name = said.name ?? person?.name ?? said.slug ?? ''
    const came = done.get(line)
    if (!came || !person) return refused(line, name)
    const { outcome, fields, deeds, shown } = came
    return { answer: { line: line.line, outcome, name, id: person.id, fields, problems: [] }, deeds, shown }
  })
}

function refused({ line, problems }: Line<string>, name: string): Came {
  return { answer: { line, outcome: 'refused', name, id: null, fields: [], problems }, deeds: [], shown: [] }
}

function answerOf(came: Came[]) {
  const lines = came.map(({ answer }) => answer)
  const count = (outcome: LineOutcome) => lines.filter((line) => line.outcome === outcome).length
  const counts = { created: count('created'), changed: count('changed'), unchanged: count('unchanged'), refused: count('refused') }
  return { counts, lines }
}

/** What is not kept has no id. */
function withoutNewIds<T extends { lines: ImportedLine[] } | null>(table: T): T {
  return table && { ...table, lines: table.lines.map((line) => (line.outcome === 'created' ? { ...line, id: null } : line)) }
}

function onceEach(things: ShownThing[]): ShownThing[] {
  return [...new Map(things.map((thing) => [`${thing.entity} ${thing.id}`, thing])).values()]
}
