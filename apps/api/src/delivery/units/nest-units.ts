/** A unit's id, its parent's, and its JSON. */
type Row = [id: string, parentId: string | null, json: string]

/** The answer with children in their parents, from rows in the order of siblings. The JSON of a unit is taken as it is, not parsed. */
export function nestUnits(rows: string): string {
  const children = new Map<string | null, Row[]>()
  const list = JSON.parse(rows) as Row[]
  const known = new Set(list.map(([id]) => id))
  for (const row of list) {
    const parent = row[1] !== null && known.has(row[1]) ? row[1] : null
    const siblings = children.get(parent)
    if (siblings) siblings.push(row)
    else children.set(parent, [row])
  }
  const below = (parent: string | null): string =>
    (children.get(parent) ?? []).map(([id, , json]) => `${json.slice(0, -1)},"children":[${below(id)}]}`).join(',')
  return `{"data":[${below(null)}],"page":{"next":null}}`
}
