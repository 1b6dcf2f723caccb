import { type ArticleValues, changedFields, type FieldName, pickFields, sameValue } from '../form/article-values.ts'
import { type BodyPlace, mergeBodies } from './merge-bodies.ts'

/** Three states of one article: what both began with, what this person made of it, what stands on the server now. */
export interface ThreeWays {
  base: ArticleValues
  mine: ArticleValues
  theirs: ArticleValues
}

/** Where two people can contradict each other: a field, or of the text one block or the order of its blocks. */
export type Place = Exclude<FieldName, 'body'> | BodyPlace

export interface Differences {
  /** Changed by both, and not to the same: someone has to choose. */
  both: Place[]
  /** Fields in which nobody has to choose, by whom they were changed; a text that both changed in other blocks is in both lists. */
  mineOnly: FieldName[]
  theirsOnly: FieldName[]
}

/** Who changed what since both began. */
export function compareWays(ways: ThreeWays): Differences {
  const { base, mine, theirs } = ways
  const byMe = changedFields(base, mine)
  const byThem = changedFields(base, theirs)
  const shared = byMe.filter((name) => byThem.includes(name) && !sameValue(mine[name], theirs[name]))
  const both = shared.flatMap((name): Place[] => (name === 'body' ? mergeBodies(bodiesOf(ways)).contradicting : [name]))
  const isFree = (name: FieldName) => name === 'body' && shared.includes(name) && !both.some(isInBody)
  return {
    both,
    mineOnly: byMe.filter((name) => !byThem.includes(name) || isFree(name)),
    theirsOnly: byThem.filter((name) => !byMe.includes(name) || isFree(name)),
  }
}

/** Their version with this person's own changes on top: those made alone, and of the others the ones to keep. */
export function mergeWays(ways: ThreeWays, keepMine: readonly Place[]): ArticleValues {
  const { both, mineOnly, theirsOnly } = compareWays(ways)
  const names = [...mineOnly, ...fieldsOf(both.filter((name) => keepMine.includes(name)))]
  const merged = { ...ways.theirs, ...pickFields(ways.mine, names) }
  const isShared = both.some(isInBody) || (mineOnly.includes('body') && theirsOnly.includes('body'))
  return isShared ? { ...merged, body: mergeBodies(bodiesOf(ways), keepMine).body } : merged
}

/** The fields that these places are in, each once. */
export function fieldsOf(places: readonly Place[]): FieldName[] {
  return [...new Set(places.map((place): FieldName => (isInBody(place) ? 'body' : place)))]
}

export function isInBody(place: Place): place is BodyPlace {
  return place.startsWith('body/')
}

function bodiesOf({ base, mine, theirs }: ThreeWays) {
  return { base: base.body, mine: mine.body, theirs: theirs.body }
}
