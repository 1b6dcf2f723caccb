import { fold } from '@bantin/shared/text'
import { seededRandom } from '../../apps/api/src/lib/seeded-random.ts'
import { generatedArticle } from './generated-articles.ts'
import { words } from './vietnamese-words.ts'

/** Queries of one kind, as addresses. */
export interface QueryGroup {
  what: string
  paths: string[]
  /** Milliseconds below which 95 of 100 answers are; absent: it is told, and nothing is asked of it. */
  bar?: number
}

const perGroup = 20
const [forSeveral, forCommonest] = [40, 120]

/** What is searched for in an archive of so many generated articles, from the commonest words to those that nearly no text has. */
export function queryGroups(articles: number): QueryGroup[] {
  const random = seededRandom(42)
  const choose = <Item>(from: readonly Item[]): Item => from[Math.floor(random() * from.length)] as Item
  const many = (make: () => string) => Array.from({ length: perGroup }, make)
  const syllables = words.filter((word) => !word.includes(' '))
  const lengthOf = (word: string) => word.split(' ').length
  const compounds = words.filter((word) => lengthOf(word) === 2)
  const [usual, rare] = [compounds.slice(0, 60), compounds.slice(150)]
  const several = [2, 3, 4].flatMap((length): [string, string[]][] => [
    [`${length} words of a title`, many(() => stretch(generatedArticle(Math.floor(random() * articles)).title, length, random))],
    [`${length} words, common ones`, many(() => Array.from({ length }, () => choose(syllables.slice(0, 40))).join(' '))],
    [`${length} words, usual ones`, many(() => joined(length, choose(usual), choose(usual)))],
    [`${length} words, usual and rare`, many(() => joined(length, choose(rare), choose(usual)))],
  ])
  const thrice = many(() => `${choose(usual)} ${choose(rare)}`)
  const withFacets = (path: string) => `${path}&facets=true`
  return [
    { what: 'the commonest words, one', paths: found(syllables.slice(0, perGroup)), bar: forCommonest },
    { what: 'the same, without marks', paths: found(syllables.slice(0, perGroup).map(fold)), bar: forCommonest },
    { what: '1 word, middling', paths: found(many(() => choose(syllables.slice(60)))) },
    ...several.map(([what, queries]) => ({ what, paths: found(queries), bar: forSeveral })),
    ...several.map(([what, queries]) => ({ what: `${what}, without marks`, paths: found(queries.map(fold)), bar: forSeveral })),
    { what: 'in quotes', paths: found(many(() => `"${choose(usual)}"`)) },
    { what: 'with a word left out', paths: found(many(() => `${choose(usual)} -${choose(syllables)}`)) },
    { what: 'a name', paths: found(many(() => `Nguyễn Thị Minh ${1 + Math.floor(random() * 30)}`)) },
    { what: 'of a unit', paths: found(thrice).map((path, n) => `${path}&unit=so-noi-vu-va-lao-dong-${(n % 20) + 1}`) },
    { what: 'of a year', paths: found(thrice).map((path) => `${path}&publishedTo=2026-01-01&publishedFrom=2025-01-01`) },
    { what: 'by date', paths: found(thrice).map((path) => `${path}&sort=-publishedAt`) },
    { what: 'with facets', paths: found(thrice).map(withFacets) },
    { what: 'with facets, the commonest words', paths: found(syllables.slice(0, perGroup)).map(withFacets) },
    { what: 'nothing has them', paths: found(many(() => `${choose(rare)} ${choose(rare)} ${choose(rare)} ${choose(rare)}`)) },
    { what: 'suggestions', paths: many(() => `/api/v1/search/suggest?q=${encodeURIComponent(beginning(choose(compounds), random))}`) },
  ]
}

function found(queries: string[]): string[] {
  return queries.map((q) => `/api/v1/search?q=${encodeURIComponent(q)}`)
}

type Random = () => number

function stretch(text: string, length: number, random: Random): string {
  const syllables = text.split(' ')
  const start = Math.floor(random() * (syllables.length - length + 1))
  return syllables.slice(start, start + length).join(' ')
}

function joined(length: number, one: string, other: string): string {
  return `${one} ${other}`.split(' ').slice(0, length).join(' ')
}

/** As far as somebody has typed. */
function beginning(text: string, random: Random): string {
  return text.slice(0, 2 + Math.floor(random() * (text.length - 2)))
}
