import { expect, test } from 'vitest'
import { nextStates, publicStates, verbs, workStates } from './lifecycle.ts'

/** Readable as the specification: what each verb makes of each pair of states; what is not here is refused. */
const table: Record<string, Record<string, string>> = {
  edit: {
    'none none': 'draft none',
    'none published': 'draft published',
    'none held': 'draft held',
    'none withdrawn': 'draft withdrawn',
    'draft none': 'draft none',
    'draft published': 'draft published',
    'draft held': 'draft held',
    'draft withdrawn': 'draft withdrawn',
  },
  publish: {
    'draft none': 'none published',
    'draft published': 'none published',
    'draft held': 'none published',
    'draft withdrawn': 'none published',
  },
  hold: {
    'none published': 'none held',
    'none withdrawn': 'none held',
    'draft published': 'draft held',
    'draft withdrawn': 'draft held',
  },
  putBack: {
    'none held': 'none published',
    'none withdrawn': 'none published',
    'draft held': 'draft published',
    'draft withdrawn': 'draft published',
  },
  withdraw: {
    'none published': 'none withdrawn',
    'none held': 'none withdrawn',
    'draft published': 'draft withdrawn',
    'draft held': 'draft withdrawn',
  },
}

const cells = verbs.flatMap((verb) =>
  workStates.flatMap((workState) => publicStates.map((publicState) => ({ verb, workState, publicState }))),
)

test.each(cells)('$verb of $workState $publicState', ({ verb, workState, publicState }) => {
  const after = nextStates({ workState, publicState }, verb)
  expect(after && `${after.workState} ${after.publicState}`).toBe(table[verb]?.[`${workState} ${publicState}`] ?? null)
})
