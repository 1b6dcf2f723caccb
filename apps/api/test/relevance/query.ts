import { type CorpusArticle, type SubjectKey, subjects } from './corpus.ts'

export const groups = [
  'subject',
  'narrowed',
  'near miss',
  'marks',
  'number, short form',
  'name',
  'in the text',
  'new first',
  'mistyped',
] as const

/** What somebody asks for, and what he would want to find: 3 is the very thing, 2 is about it, 1 has to do with it, all else is not wanted. */
export interface JudgedQuery {
  q: string
  group: (typeof groups)[number]
  /** Made articles of the subject are wanted, at the place or of the year where there is one. */
  subject?: SubjectKey
  place?: string
  year?: number
  /** What has the sentence of which these are words. */
  says?: string
  /** What the unit or the author made, by its key. */
  by?: string
  /** Of articles that were judged by hand, by their keys. */
  grades?: Record<string, number>
  /** Without its diacritics it says something else as well. */
  needsMarks?: true
}

/** The grades of all articles that are wanted, by their keys. */
export function gradesOf(query: JudgedQuery, articles: CorpusArticle[]): Map<string, number> {
  const made = articles.map((article): [string, number] => [article.key, gradeOf(query, article)])
  return new Map([...made, ...Object.entries(query.grades ?? {})].filter(([, grade]) => grade > 0))
}

/** How much an article that was made has to do with the subject follows from where it was given its name: as its own, or in passing. */
function gradeOf({ subject, place, year, by, says }: JudgedQuery, article: CorpusArticle): number {
  if (says) return article.paragraphs.join(' ').includes(says) ? 3 : 0
  if (by && by !== article.unit && by !== article.author) return 0
  if (!subject) return by ? 2 : 0
  if (!article.subject) return 0
  if (place && article.place !== place) return 0
  if (year && !(article.subject === subject && article.title.includes(String(year)))) return 0
  const { name } = subjects[subject]
  const has = (text: string) => text.toLowerCase().includes(name)
  if (article.subject === subject) return has(article.title) ? 3 : 2
  if (has(`${article.title} ${article.sapo}`)) return 2
  return has(article.paragraphs.join(' ')) ? 1 : 0
}
