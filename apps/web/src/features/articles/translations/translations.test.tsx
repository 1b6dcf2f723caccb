import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import type { Actor } from '@bantin/shared/permissions'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { recordingApi, renderWithApi } from '../../../../test/recording-api.tsx'
import { createServer } from '../form/test-server.ts'
import { Translations } from './translations.tsx'

afterEach(cleanup)

const publisher: Actor = { userId: 'lan', grants: [{ role: 'publisher', unitId: null }] }

async function open(part: Partial<EditorialArticle>, answers: (number | EditorialArticle)[] = [], actor = publisher) {
  const article = { ...createServer().article, ...part }
  const list = [article]
  const api = recordingApi({
    [`GET /articles?translationGroup=${article.translationGroup}&limit=100`]: () => ({ data: list, page: { next: null } }),
    'POST /articles': () => {
      const answer = answers.shift() ?? 500
      if (typeof answer === 'object') list.push(answer)
      return answer
    },
  })
  const link = (id: string, text: string) => <a href={`/${id}`}>{text}</a>
  renderWithApi(<Translations article={article} site={{ locales: ['vi', 'en'] }} genres={['Tin']} actor={actor} articleLink={link} />, api)
  await screen.findByText('tiếng Việt (bài này)')
  return { api, article }
}

const button = () => screen.queryByRole('button', { name: 'Viết bản tiếng Anh' })

test('a translation is begun with what the article says, without a genre that the list has no more, and is there to open', async () => {
  const made = { ...createServer().article, id: 'made', locale: 'en' }
  const { api, article } = await open({ title: 'Cầu thông xe', genre: 'Ký sự', categoryIds: ['c1'] }, [500, made])
  fireEvent.click(button() as HTMLElement)
  await screen.findByText('Chưa tạo được. Hãy thử lại.')
  fireEvent.click(button() as HTMLElement)
  await screen.findByText(/^Đã tạo bản nháp tiếng Anh/)
  expect((await screen.findByRole('link', { name: 'tiếng Anh' })).getAttribute('href')).toBe('/made')
  const { body } = api.changes().at(-1) ?? {}
  expect(body).toMatchObject({
    title: 'Cầu thông xe',
    body: article.body,
    categoryIds: ['c1'],
    locale: 'en',
    translationOf: article.id,
    unitId: 'office',
  })
  expect(body).not.toHaveProperty('genre')
  expect(button()).toBeNull()
})

test('whoever may write nothing there is shown only what is', async () => {
  await open({}, [], { userId: 'an', grants: [{ role: 'auditor', unitId: null }] })
  expect(button()).toBeNull()
})
