import { type ArticleValues, changedFields, type FieldName, pickFields, sameValue } from '../form/article-values.ts'

/** Three states of one article: what both began with, what this person made of it, what stands on the server now. */
export interface ThreeWays {
  base: ArticleValues
  mine: ArticleValues
  theirs: ArticleValues
}

export interface Differences {
  /** Changed by both, and not to the same: someone has to choose. */
  both: FieldName[]
  mineOnly: FieldName[]
  theirsOnly: FieldName[]
}

/** Who changed what since both began. */
export function compareWays({ base, mine, theirs }: ThreeWays): Differences {
  const byMe = changedFields(base, mine)
  const byThem = changedFields(base, theirs)
  return {
    both: byMe.filter((name) => byThem.includes(name) && !sameValue(mine[name], theirs[name])),
    mineOnly: byMe.filter((name) => !byThem.includes(name)),
    theirsOnly: byThem.filter((name) => !byMe.includes(name)),
  }
}

/** Their version with this person's own changes on top: those made alone, and of the others the ones to keep. */
export function mergeWays(ways: ThreeWays, keepMine: readonly FieldName[]): ArticleValues {
  const { both, mineOnly } = compareWays(ways)
  return { ...ways.theirs, ...pickFields(ways.mine, [...mineOnly, ...both.filter((name) => keepMine.includes(name))]) }
}
