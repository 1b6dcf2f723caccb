import { articlesOne } from './articles-1.ts'
import { articlesTwo } from './articles-2.ts'
import { articlesThree } from './articles-3.ts'
import { articlesFour } from './articles-4.ts'
import { articlesFive } from './articles-5.ts'
import type { DemoArticle } from './demo-content.ts'

/** Every article of the demo portal. */
export const demoArticles: DemoArticle[] = [...articlesOne, ...articlesTwo, ...articlesThree, ...articlesFour, ...articlesFive]
