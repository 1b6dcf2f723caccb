import type { Block, Body } from '@bantin/shared/body'
import { seededRandom } from '../../apps/api/src/lib/seeded-random.ts'
import { names, words } from './vietnamese-words.ts'
import { zipf } from './zipf.ts'

/** What an article of an office has, but for whom and what it names. */
export interface GeneratedArticle {
  title: string
  sapo: string
  body: Body
  /** Minutes before the newest one that it came out. */
  minutesAgo: number
  /** From 0 to below 1: which of the units, authors, categories, tags and pictures it names. */
  picks: { unit: number; author: number; category: number; tags: number[]; picture: number }
}

/** The article of that number, always the same: some 500 syllables, words of offices in paragraphs, with two headings and a list. The newest is number 0. */
export function generatedArticle(number: number): GeneratedArticle {
  const random = seededRandom(number * 2_654_435_761 + 1)
  const content: Block[] = [
    ...paragraphs(random, 3, 60),
    heading(random),
    list(random, 5, 12),
    ...paragraphs(random, 2, 60),
    heading(random),
    ...paragraphs(random, 2, 60),
  ]
  return {
    title: titled(number, sentence(random, 12)),
    sapo: `${sentence(random, 34)}.`,
    body: { type: 'doc', content },
    minutesAgo: number * 35 + Math.floor(random() * 30),
    picks: { unit: random(), author: random(), category: random(), tags: [random(), random()], picture: random() },
  }
}

/** The syllables of a text, as spaces divide them. */
export function countSyllables(text: string): number {
  return text.split(/\s+/).filter((part) => part !== '').length
}

type Random = () => number

function paragraphs(random: Random, count: number, length: number): Block[] {
  return Array.from({ length: count }, () => paragraph(random, length))
}

function paragraph(random: Random, length: number): Block & { type: 'paragraph' } {
  const sentences = Array.from({ length: 3 }, () => `${sentence(random, Math.round(length / 3))}.`)
  return { type: 'paragraph', content: [{ type: 'text', text: sentences.join(' ') }] }
}

function heading(random: Random): Block {
  return { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: sentence(random, 10) }] }
}

function list(random: Random, items: number, length: number): Block {
  return {
    type: 'bulletList',
    content: Array.from({ length: items }, () => ({
      type: 'listItem' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: sentence(random, length) }] }],
    })),
  }
}

/** Offices number some of what they announce. */
function titled(number: number, words: string): string {
  const kind = documents[number % 20]
  return kind ? `${words} theo ${kind(number + 1)}` : words
}

const documents: ((number: number) => string)[] = [
  (number) => `Kế hoạch số ${number}/KH-UBND`,
  (number) => `Quyết định số ${number}/QĐ-UBND`,
  (number) => `Thông báo số ${number}/TB-SNV`,
]

/** So many syllables, the first with a capital letter. */
function sentence(random: Random, length: number): string {
  const syllables: string[] = []
  while (syllables.length < length) syllables.push(...wordOf(random))
  const text = syllables.slice(0, length).join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const drawWord = zipf(words.length)
const known = words.map((word) => word.split(' '))
const syllables = [...new Set(known.filter((word) => word.length > 1).flat())]

/** So many names and compounds that no list has, and so large a part of all words are they. */
const rare = 20_000
const [partOfNames, partOfCompounds] = [0.05, 0.35]

/**
 * The syllables of a word. Some words are in every text, more in few; names and a third of all words are nearly nowhere else, though of
 * syllables that are everywhere: so Vietnamese makes its words.
 */
function wordOf(random: Random): string[] {
  const kind = random()
  if (kind < partOfNames) return nameOf(Math.floor(random() * rare))
  if (kind < partOfNames + partOfCompounds) return compoundOf(Math.floor(random() ** 2 * rare))
  return known[drawWord(random)] as string[]
}

function nameOf(number: number): string[] {
  const { families, middles, givens, places } = names
  return number % 3
    ? [itemOf(families, number), itemOf(middles, number / 20), itemOf(givens, number / 60)]
    : [itemOf(places, number / 3), itemOf(places, number / 60)]
}

const compoundOf = (number: number): string[] => [itemOf(syllables, number * 7), itemOf(syllables, number * 13 + number / syllables.length)]

function itemOf(from: readonly string[], number: number): string {
  return from[Math.floor(number) % from.length] as string
}
