import type { ArticlePatch, EditorialArticle, NewArticle } from '@bantin/shared/editorial-articles'
import { cleanText } from '@bantin/shared/text'

type Content = Pick<EditorialArticle, 'body' | 'heroMediaId' | 'units' | 'categoryIds' | 'bylines' | 'relatedIds'>

/** What the form of an article holds. Empty texts stand for "none". */
export interface ArticleValues extends Content {
  title: string
  kicker: string
  sapo: string
  /** The owner; chosen for a new article, then fixed. */
  unitId: string
  genre: string
  event: { startsOn: string; endsOn: string; place: string }
}

export type FieldName = keyof ArticleValues

export const fieldNames = [
  'title',
  'kicker',
  'sapo',
  'body',
  'heroMediaId',
  'unitId',
  'categoryIds',
  'units',
  'bylines',
  'event',
  'genre',
  'relatedIds',
] as const satisfies readonly FieldName[]

/** An article as the form shows it. */
export function valuesOf(article: EditorialArticle): ArticleValues {
  const { title, kicker, sapo, body, heroMediaId, units, categoryIds, bylines, event, genre, relatedIds } = article
  const { startsOn = '', endsOn, place } = event ?? {}
  return {
    title,
    kicker: kicker ?? '',
    sapo: sapo ?? '',
    body,
    heroMediaId,
    unitId: article.unit.id,
    units,
    categoryIds,
    bylines,
    event: { startsOn, endsOn: endsOn ?? '', place: place ?? '' },
    genre: genre ?? '',
    relatedIds,
  }
}

/** The form of an article that is not there yet. */
export function emptyValues(unitId: string): ArticleValues {
  return {
    title: '',
    kicker: '',
    sapo: '',
    body: { type: 'doc', content: [] },
    heroMediaId: null,
    unitId,
    units: [],
    categoryIds: [],
    bylines: [],
    event: { startsOn: '', endsOn: '', place: '' },
    genre: '',
    relatedIds: [],
  }
}

/** The fields in which two states of the form differ. What the server normalizes (NFC, invisible characters) is no difference. */
export function changedFields(before: ArticleValues, after: ArticleValues): FieldName[] {
  return fieldNames.filter((name) => !sameValue(before[name], after[name]))
}

/** Whether two values of a field mean the same text. */
export function sameValue(before: unknown, after: unknown): boolean {
  return before === after || canonical(before) === canonical(after)
}

/** Fields that mean the same stay as they are written: the blank behind which somebody goes on typing is not taken away. */
export function asTyped(values: ArticleValues, typed: ArticleValues): ArticleValues {
  const same = fieldNames.filter((name) => sameValue(values[name], typed[name]))
  return { ...values, ...pickFields(typed, same) }
}

/** Only these fields of the form. */
export function pickFields(values: ArticleValues, names: readonly FieldName[]): Partial<ArticleValues> {
  return Object.fromEntries(names.map((name) => [name, values[name]]))
}

/** What is sent to change exactly these fields. */
export function patchOf(values: ArticleValues, names: readonly FieldName[]): ArticlePatch {
  const patch = sendable(values)
  return Object.fromEntries(Object.entries(patch).filter(([name]) => names.includes(name as FieldName))) as ArticlePatch
}

/** What is sent to make the article: the fields that hold something. */
export function newArticleOf(values: ArticleValues): NewArticle {
  const changed = changedFields(emptyValues(''), values)
  return { ...patchOf(values, changed), title: values.title.trim(), ...(values.unitId ? { unitId: values.unitId } : {}) }
}

function sendable({ title, kicker, sapo, event, genre, unitId: _owner, ...content }: ArticleValues): ArticlePatch {
  const text = (value: string) => value.trim() || null
  const { startsOn, endsOn, place } = event
  return {
    title: title.trim(),
    kicker: text(kicker),
    sapo: text(sapo),
    ...content,
    genre: genre || null,
    event: startsOn ? { startsOn, endsOn: endsOn || null, place: text(place) } : null,
  }
}

/** JSON with names in order: an answer of the server and a value of the form need not list them alike. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) => {
    if (typeof part === 'string') return cleanText(part).trim()
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
