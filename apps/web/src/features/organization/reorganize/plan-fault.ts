import { type Draft, intoOf, type Lack, type Step } from './plan-draft.ts'

/** Where what the API refused of a plan is filled in: the step, and its field. `field` is what the answer names, or null. */
export function placeOf(field: string | null, draft: Draft): { step: Step; field: string } {
  const [first = '', ...rest] = field?.split('/') ?? []
  if (first === 'on') return { step: 'what', field: 'on' }
  if (first === 'name' && draft.verb === 'rename') return { step: 'name', field: 'name' }
  if (first !== 'into') return { step: 'units', field: 'units' }
  const [at] = rest
  const one = intoOf(draft)[draft.verb === 'split' ? Number(at) : 0] ?? intoOf(draft)[0]
  return { step: 'follows', field: `${partOf(rest.at(-1), one?.how)}-${one?.key}` }
}

function partOf(name: string | undefined, how: 'known' | 'made' | undefined): 'unit' | 'name' | 'parent' {
  if (how === 'known') return 'unit'
  return name === 'parentId' ? 'parent' : 'name'
}

/** What stands at a field about it. */
export function sayLack(lack: Lack | null, field: string, lacks: Record<'day' | 'unit' | 'units' | 'name' | 'known' | 'itself', string>) {
  if (lack?.field !== field) return undefined
  return 'text' in lack ? lack.text : lacks[lack.word]
}
