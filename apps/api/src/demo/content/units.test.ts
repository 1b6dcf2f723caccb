import { describe, expect, test } from 'vitest'
import { demoUnits } from './units.ts'

describe('units', () => {
  const root = demoUnits.filter((unit) => unit.parent === undefined)
  const depth = (key: string): number => {
    const parent = demoUnits.find((unit) => unit.key === key)?.parent
    return parent === undefined ? 0 : 1 + depth(parent)
  }

  test('form one tree under an agency, with at least twelve units on two levels', () => {
    expect(root.map((unit) => unit.kind)).toEqual(['agency'])
    const levels = demoUnits.filter((unit) => unit.kind !== 'bloc').map((unit) => depth(unit.key))
    expect(levels.filter((level) => level > 0).length).toBeGreaterThanOrEqual(14)
    expect([...new Set(levels)].sort()).toEqual([0, 1, 2])
  })

  test('stand behind their parents, so that they can be inserted in order', () => {
    for (const [index, unit] of demoUnits.entries()) {
      if (unit.parent) expect(demoUnits.slice(0, index).map((earlier) => earlier.key)).toContain(unit.parent)
    }
  })

  test('include exactly one bloc, whose nine members are other units', () => {
    const blocs = demoUnits.filter((unit) => unit.members)
    expect(blocs.map((unit) => [unit.kind, unit.members?.length])).toEqual([['bloc', 9]])
    for (const member of blocs[0]?.members ?? []) expect(demoUnits.map((unit) => unit.key)).toContain(member)
    expect(new Set(blocs[0]?.members).size).toBe(9)
    expect(blocs[0]?.members).not.toContain(blocs[0]?.key)
  })

  test('have addresses of example.gov.vn and numbers that nobody can be called by', () => {
    for (const { contacts } of demoUnits) {
      expect(contacts?.email).toMatch(/^[a-z]+@songtra\.example\.gov\.vn$/)
      if (contacts?.phone) expect(contacts.phone).toMatch(/^\(0000\) 3 000 \d{3}$/)
    }
  })
})
