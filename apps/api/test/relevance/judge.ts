import { fold } from '@bantin/shared/text'
import { corpus } from './corpus.ts'
import { mean, ndcg, recall } from './figures.ts'
import { gradesOf, groups, type JudgedQuery } from './query.ts'
import { storyQueries } from './story-queries.ts'
import { subjectQueries } from './subject-queries.ts'

export const queries: JudgedQuery[] = [...subjectQueries, ...storyQueries]

/** A query as it was asked, and how well what it found fits. */
export interface Judged {
  q: string
  group: JudgedQuery['group']
  isFolded: boolean
  /** Whether it was asked in both forms. */
  hasBoth: boolean
  ndcg: number
  recall: number
  found: string[]
}

/** Asks everything, with its diacritics and, where it says the same, without; `search` answers the keys of what it finds. */
export async function judge(search: (q: string) => Promise<string[]>): Promise<Judged[]> {
  const articles = corpus()
  const judged: Judged[] = []
  for (const query of queries) {
    const grades = gradesOf(query, articles)
    const folded = fold(query.q)
    const forms = query.needsMarks || folded === query.q.toLowerCase() ? [query.q] : [query.q, folded]
    for (const q of forms) {
      const found = await search(q)
      const figures = { ndcg: ndcg(found, grades), recall: recall(found, grades) }
      judged.push({ q, group: query.group, isFolded: q !== query.q, hasBoth: forms.length > 1, ...figures, found })
    }
  }
  return judged
}

/** The means of each group and of all; of what was asked without diacritics too, beside the same queries with them. */
export function summaryOf(judged: Judged[]) {
  const of = (what: string, some: Judged[]) => {
    const marked = some.filter(({ isFolded }) => !isFolded)
    const both = some.filter(({ hasBoth }) => hasBoth)
    const [withMarks, folded] = [true, false].map((isMarked) => means(both.filter(({ isFolded }) => isFolded !== isMarked)))
    return {
      what,
      queries: marked.length,
      ...means(marked),
      withMarks: withMarks?.ndcg ?? 0,
      folded: folded?.ndcg ?? 0,
      foldedRecall: folded?.recall ?? 0,
    }
  }
  return [
    ...groups.map((group) =>
      of(
        group,
        judged.filter((each) => each.group === group),
      ),
    ),
    of('all', judged),
  ]
}

function means(some: Judged[]): { ndcg: number; recall: number } {
  return { ndcg: rounded(mean(some.map((each) => each.ndcg))), recall: rounded(mean(some.map((each) => each.recall))) }
}

const rounded = (figure: number): number => Math.round(figure * 1000) / 1000
