import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { preparePicture } from './prepare-picture.ts'

const photo = (type: string, name: string, bytes = 3_000_000) => new File([new Uint8Array(bytes)], name, { type })

let alpha: number
let drawn: { width: number; height: number }[]
beforeEach(() => {
  alpha = 255
  drawn = []
  vi.stubGlobal('createImageBitmap', async () => ({ width: 6000, height: 4000, close: () => undefined }))
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (this: HTMLCanvasElement) {
    return {
      canvas: this,
      drawImage: () => drawn.push({ width: this.width, height: this.height }),
      getImageData: () => ({ data: [0, 0, 0, alpha] }),
    } as unknown as CanvasRenderingContext2D
  } as never)
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((done, type = '') => done(new Blob(['small'], { type })))
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('a large photo is sent with its longest side at 2,560 pixels, as a JPEG', async () => {
  const ready = await preparePicture(photo('image/webp', 'Ảnh.webp'))
  expect(drawn).toEqual([{ width: 2560, height: 1707 }])
  expect([ready.name, ready.type]).toEqual(['Ảnh.jpg', 'image/jpeg'])
})

test('what one can see through stays a PNG', async () => {
  alpha = 0
  const ready = await preparePicture(photo('image/png', 'Dấu.png'))
  expect([ready.name, ready.type]).toEqual(['Dấu.png', 'image/png'])
})

test('small files, moving pictures and documents are sent as they are', async () => {
  for (const file of [
    photo('image/jpeg', 'a.jpg', 900),
    photo('image/gif', 'b.gif'),
    photo('image/avif', 'c.avif'),
    photo('application/pdf', 'd.pdf'),
  ]) {
    expect(await preparePicture(file)).toBe(file)
  }
})

test('what cannot be drawn here, or would become no smaller, is sent as it is', async () => {
  const file = photo('image/jpeg', 'a.jpg')
  vi.stubGlobal('createImageBitmap', async () => Promise.reject(new DOMException('broken', 'InvalidStateError')))
  expect(await preparePicture(file)).toBe(file)
  vi.stubGlobal('createImageBitmap', async () => ({ width: 2000, height: 1000, close: () => undefined }))
  expect(await preparePicture(file)).toBe(file)
})
