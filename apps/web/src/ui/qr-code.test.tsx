import { cleanup, render, screen } from '@testing-library/react'
import { encode } from 'uqr'
import { afterEach, expect, test } from 'vitest'
import { QrCode } from './qr-code.tsx'

afterEach(cleanup)

const address = 'http://localhost:3000/dang-nhap/mat-khau#bi-mat'

test('it draws the modules of the code as they are, with four light ones around', async () => {
  const { container } = render(<QrCode text={address} label="Mã QR của đường dẫn" />)
  const picture = screen.getByRole('img', { name: 'Mã QR của đường dẫn' })
  await expect.poll(() => picture.querySelectorAll('path')[1]?.getAttribute('d')).toMatch(/^M/)
  const { data, size } = encode(address, { ecc: 'M', border: 4 })
  const drawn = data.map((row) => row.map(() => false))
  for (const [, x, y] of (picture.querySelectorAll('path')[1]?.getAttribute('d') ?? '').matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    const row = drawn[Number(y)]
    if (row) row[Number(x)] = true
  }
  expect(drawn).toEqual(data)
  expect(drawn.slice(0, 4).flat()).not.toContain(true)
  expect(picture.getAttribute('viewBox')).toBe(`0 0 ${size} ${size}`)
  expect(container.querySelector('[style]')).toBeNull()
})

test('a text that fits no code is said, and takes nothing with it', async () => {
  render(<QrCode text={'x'.repeat(5000)} label="Mã QR" />)
  await screen.findByText('Chưa vẽ được mã QR. Hãy dùng phần chữ bên cạnh.')
})
