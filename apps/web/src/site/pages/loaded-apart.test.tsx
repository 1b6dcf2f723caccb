import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test } from 'vitest'
import { ApiError } from '../../lib/api-error.ts'
import { loadedApart } from './loaded-apart.tsx'

afterEach(cleanup)

const Greeting = ({ name }: { name: string }) => <h1>Chào {name}</h1>

test('a page that was made ready renders at once, as on the server', async () => {
  const { Page, ready } = loadedApart(async () => Greeting)
  expect(renderToString(<Page name="bạn" />)).toContain('Đang tải')
  await ready()
  expect(renderToString(<Page name="bạn" />)).toContain('Chào')
})

test('a page that does not come says so, and comes when it is tried again', async () => {
  let tries = 0
  const { Page } = loadedApart(async () => {
    tries += 1
    if (tries === 1) throw new ApiError('network', 0)
    return Greeting
  })
  await act(async () => render(<Page name="bạn" />))
  expect(screen.getByRole('alert').textContent).toContain('Không kết nối được.')
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Thử lại' })))
  expect([screen.getByRole('heading').textContent, tries]).toEqual(['Chào bạn', 2])
})
