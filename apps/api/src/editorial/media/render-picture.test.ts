import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Rendering, renderingsOf } from '@bantin/shared/renderings'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../test/temporary-folder.ts'
import { dominantColor, renderPicture } from './render-picture.ts'

const [red, green, blue, white] = ['#ff0000', '#00ff00', '#0000ff', '#ffffff']

/** Red, green above blue, white: of 60 by 40 pixels held upright, lying in the file as `orientation` says. */
async function fourColors(orientation: number): Promise<string> {
  const corner = async (background: string, left: number, top: number) => ({
    input: await sharp({ create: { width: 30, height: 20, channels: 3, background } })
      .png()
      .toBuffer(),
    left,
    top,
  })
  const corners = await Promise.all([corner(red, 0, 0), corner(green, 30, 0), corner(blue, 0, 20), corner(white, 30, 20)])
  const upright = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#000' } })
    .composite(corners)
    .png()
    .toBuffer()
  // The other way round: turned back first, then mirrored.
  const back = [0, 0, 0, 180, 180, 90, 270, 270, 90][orientation] ?? 0
  const turned = await sharp(upright).rotate(back).png().toBuffer()
  const lying = [2, 4, 5, 7].includes(orientation) ? await sharp(turned).flop().png().toBuffer() : turned
  const path = join(temporaryFolder(), `${orientation}.png`)
  await writeFile(path, await sharp(lying).withMetadata({ orientation }).png().toBuffer())
  return path
}

/** The colours in the middle of its four quarters. */
async function quarters(picture: Buffer): Promise<string[]> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => {
    const start = (Math.floor(info.height * y) * info.width + Math.floor(info.width * x)) * info.channels
    return `#${[...data.subarray(start, start + 3)].map((part) => (part > 127 ? 'ff' : '00')).join('')}`
  }
  return [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)]
}

const named = (name: string, width = 60, height = 40) => renderingsOf(width, height).find((each) => each.name === name) as Rendering

test('the test turns pictures as EXIF does', async () => {
  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const upright = await sharp(await fourColors(orientation))
      .autoOrient()
      .png()
      .toBuffer()
    expect([orientation, await quarters(upright)]).toEqual([orientation, [red, green, blue, white]])
  }
})

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'a picture that lies as orientation %i says is rendered upright, whole and cropped',
  async (orientation) => {
    const file = { path: await fourColors(orientation), width: 60, height: 40, orientation }
    const whole = await renderPicture(file, named('60.jpg')).toBuffer()
    expect(await quarters(whole)).toEqual([red, green, blue, white])
    // The right half.
    const crop = { x: 0.5, y: 0, width: 0.5, height: 1 }
    const right = await renderPicture(file, named('30.webp', 30, 40), { crop, focalPoint: null }).toBuffer({ resolveWithObject: true })
    expect([right.info.width, right.info.height, await quarters(right.data)]).toEqual([30, 40, [green, green, white, white]])
  },
)

test('cards are cut around the focal point, within the crop, and around the middle without one', async () => {
  const file = { path: await fourColors(6), width: 60, height: 40, orientation: 6 }
  const card = async (crop: object | null, focalPoint: object | null) => {
    const view = { crop, focalPoint } as Parameters<typeof renderPicture>[2]
    return await quarters(await renderPicture(file, { ...named('card-60.jpg'), width: 30, height: 20 }, view).toBuffer())
  }
  expect(await card(null, null)).toEqual([red, green, blue, white])
  const tall = { x: 0, y: 0, width: 0.5, height: 1 }
  expect(await card(tall, { x: 0.1, y: 0.9 })).toEqual([blue, blue, blue, blue])
  // Outside of what the crop leaves.
  expect(await card(tall, { x: 1, y: 0 })).toEqual([red, red, red, red])
})

test('renderings say nothing of the camera and the place, are in sRGB, and white lies under JPEG', async () => {
  const path = join(temporaryFolder(), 'a.png')
  const clear = sharp({ create: { width: 400, height: 300, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
  const exif = { IFD0: { Copyright: 'Nguyễn Văn A' }, IFD3: { GPSLatitude: '10/1 2/1 3/1' } }
  await writeFile(path, await clear.withIccProfile('p3').withExif(exif).png().toBuffer())
  expect(await sharp(path).metadata()).toMatchObject({ exif: expect.anything(), icc: expect.anything() })
  for (const format of ['jpg', 'webp', 'avif']) {
    const rendered = await renderPicture({ path, width: 400, height: 300 }, named(`320.${format}`, 400, 300)).toBuffer()
    const metadata = await sharp(rendered).metadata()
    expect(metadata).toMatchObject({ width: 320, height: 240, space: 'srgb', hasAlpha: format !== 'jpg' })
    expect([metadata.exif, metadata.icc, metadata.xmp, metadata.iptc, metadata.orientation]).toEqual(Array(5).fill(undefined))
    expect([format, await dominantColor(rendered)]).toEqual([format, '#f8f8f8'])
  }
})

test('of what moves the first frame is rendered', async () => {
  const frames = await Promise.all(
    [red, blue].map((background) =>
      sharp({ create: { width: 60, height: 40, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  const path = join(temporaryFolder(), 'a.gif')
  await writeFile(
    path,
    await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer(),
  )
  expect((await sharp(path).metadata()).pages).toBe(2)
  const rendered = await renderPicture({ path, width: 60, height: 40 }, named('60.webp')).toBuffer()
  expect([await quarters(rendered), (await sharp(rendered).metadata()).pages]).toEqual([[red, red, red, red], undefined])
})
