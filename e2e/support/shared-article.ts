import type { Body } from '@bantin/shared/body'
import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import type { Page } from 'playwright-core'
import { openDeskAt, uniqueTitle } from './desk.ts'
import { type Editor, signInAs } from './editor.ts'

/** A text of plain paragraphs. */
export function paragraphs(...texts: string[]): Body {
  return { type: 'doc', content: texts.map((text) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })) }
}

/** The article's paragraphs with other texts: the same blocks, as the desk sends them. */
export function rewritten({ body }: EditorialArticle, ...texts: string[]): Body {
  const [content, ids] = [paragraphs(...texts).content, body.content.map(({ attrs }) => attrs?.id)]
  return { type: 'doc', content: content.map((block, index) => ({ ...block, attrs: { ...block.attrs, id: ids[index] } }) as typeof block) }
}

/** An article that the publisher has open and that an editor of its unit may change at the same time. */
export interface SharedArticle {
  page: Page
  article: EditorialArticle
  colleague: Editor
}

/** A published article, open in the publisher's form. */
export async function openSharedArticle(...texts: string[]): Promise<SharedArticle> {
  const [publisher, colleague] = await Promise.all([signInAs('publisher'), signInAs('editor')])
  const unit = colleague.unitId ? { unitId: colleague.unitId } : {}
  const article = await publisher.publish({ title: uniqueTitle('Bài chung'), body: paragraphs(...texts), ...unit })
  const page = await openDeskAt(`/ban-bien-tap/bai/${article.id}`, 'publisher', { expected: ['status of 412'] })
  await titleField(page).waitFor()
  return { page, article, colleague }
}

/** The open article hears nothing of what others do, as when the network between is slow. What is typed and not saved is lost. */
export async function hearNothing(page: Page): Promise<void> {
  await page.route('**/api/v1/editorial/events*', (route) => route.fulfill({ json: { data: [], cursor: '1:0' } }))
  await page.reload()
  await titleField(page).waitFor()
}

export function titleField(page: Page) {
  return page.getByRole('textbox', { name: 'Tiêu đề' })
}

/** What this device keeps, as text. */
export function storedOnDevice(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify(localStorage))
}
