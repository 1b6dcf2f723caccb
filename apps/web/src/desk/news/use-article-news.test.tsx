import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import { act, cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { lastChangeQuery } from '../../features/events/editorial-events.api.ts'
import { useArticleNews } from './use-article-news.ts'

afterEach(cleanup)

const versionOf = (version: number) => ({ id: 'a1', version }) as EditorialArticle

interface Page {
  article: EditorialArticle
  deleted: boolean
  unsaved: boolean
  busy: boolean
}

function Probe({ page, take }: { page: Page; take: (article: EditorialArticle) => void }) {
  const news = useArticleNews({ ...page, take })
  return <output>{news ? `${news.kind} ${news.by.name} ${news.version}` : ''}</output>
}

/** A page on version 3 of an article that stands at version 4 on the server. */
function open(part: Partial<Page> = {}) {
  const page: Page = { article: versionOf(3), deleted: false, unsaved: false, busy: false, ...part }
  const taken: number[] = []
  const api = recordingApi({ 'GET /articles/a1': versionOf(4) })
  const probe = () => <Probe page={page} take={take} />
  const view = renderWithApi(<Probe page={page} take={take} />, api)
  function take(article: EditorialArticle): void {
    taken.push(article.version)
    // As the desk does: with unsaved text the version stays.
    if (!page.unsaved) become({ article })
  }
  function become(next: Partial<Page>): void {
    Object.assign(page, next)
    view.show(probe())
  }
  const hear = (version: number, action = 'article.edit') => {
    const by = { id: 'minh', name: 'Minh' }
    const event = { at: '', action, articleId: 'a1', mediaId: null, version, by, fields: [] }
    act(() => void view.client.setQueryData(lastChangeQuery('a1').queryKey, event))
  }
  /** Begins a change that a panel of the page makes; answers how it ends. */
  const beginInPanel = (): (() => Promise<void>) => {
    let end: () => void = () => undefined
    const change = new Promise<void>((resolve) => {
      end = resolve
    })
    let done: Promise<void> = Promise.resolve()
    act(() => {
      done = view.client
        .getMutationCache()
        .build(view.client, { mutationFn: () => change })
        .execute(undefined)
    })
    return async () => {
      end()
      await done
    }
  }
  return { taken, hear, become, beginInPanel, reads: () => api.sent.length }
}

const said = () => screen.getByRole('status').textContent

test('a version that somebody else saved is shown, and said', async () => {
  const page = open()
  page.hear(4)
  await waitFor(() => expect(said()).toBe('loaded Minh 4'))
  expect(page.taken).toEqual([4])
  act(() => page.become({ unsaved: true }))
  expect(said()).toBe('')
})

test('unsaved text is left alone: it is said that there is a newer version, until it is the one on the screen', async () => {
  const page = open({ unsaved: true })
  page.hear(4)
  await waitFor(() => expect(said()).toBe('waiting Minh 4'))
  await waitFor(() => expect(page.taken).toEqual([4]))
  act(() => page.become({ unsaved: false, article: versionOf(5) }))
  expect(said()).toBe('')
})

test('what a panel of the page does, as restoring a revision, is not told as news from elsewhere', async () => {
  const page = open()
  const end = page.beginInPanel()
  page.hear(4)
  await new Promise((resolve) => setTimeout(resolve))
  expect(page.reads()).toBe(0)
  await act(async () => {
    await end()
    page.become({ article: versionOf(4) })
  })
  await new Promise((resolve) => setTimeout(resolve))
  expect([page.taken, page.reads(), said()]).toEqual([[], 0, ''])
})

test('what is heard while a request of the page is under way may be its own doing, and is looked at after it', async () => {
  const page = open({ busy: true })
  page.hear(4)
  act(() => page.become({ busy: false, article: versionOf(4) }))
  await new Promise((resolve) => setTimeout(resolve))
  expect([page.taken, page.reads(), said()]).toEqual([[], 0, ''])
})

test('a draft that somebody else deleted is not asked for; who deleted it himself is told nothing', async () => {
  const page = open({ unsaved: true })
  page.hear(4, 'article.delete')
  await waitFor(() => expect(said()).toBe('deleted Minh 4'))
  act(() => page.become({ deleted: true }))
  expect([page.reads(), said()]).toEqual([0, ''])
})

test('a version that is known already is no news', async () => {
  const page = open()
  page.hear(3)
  await new Promise((resolve) => setTimeout(resolve))
  expect([page.taken, page.reads(), said()]).toEqual([[], 0, ''])
})
