import { describe, expect, test } from 'vitest'
import { embedAddress, readVideoAddress, videoFrames, videoHosts, watchAddress } from './video-hosts.ts'

const youtube = { host: 'youtube', videoId: 'dQw4w9WgXcQ' }

describe('the address of a recording', () => {
  test.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', youtube],
    ['https://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ&t=42s', youtube],
    [' HTTPS://YouTu.be/dQw4w9WgXcQ?si=abc ', youtube],
    ['https://m.youtube.com/shorts/dQw4w9WgXcQ', youtube],
    ['https://www.youtube.com/live/dQw4w9WgXcQ?feature=share', youtube],
    ['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ', youtube],
    ['https://vimeo.com/76979871#t=10', { host: 'vimeo', videoId: '76979871' }],
    ['https://player.vimeo.com/video/76979871?dnt=1', { host: 'vimeo', videoId: '76979871' }],
  ])('%s names it', (address, expected) => expect(readVideoAddress(address)).toEqual(expected))

  test.each([
    'https://www.youtube.com/@kenh',
    'https://www.youtube.com.evil.vn/watch?v=dQw4w9WgXcQ',
    'https://evil.vn/?https://youtu.be/dQw4w9WgXcQ',
    'https://youtu.be@evil.vn/dQw4w9WgXcQ',
    'javascript://youtu.be/dQw4w9WgXcQ',
    'https://youtu.be/dQw4w9WgXcQ"onload=',
    'https://vimeo.com/channels/staffpicks',
    'https://dailymotion.com/video/x7tgad0',
    'dQw4w9WgXcQ',
  ])('%s names none', (address) => expect(readVideoAddress(address)).toBeUndefined())

  test.each(videoHosts)('of %s is read again from its page, and its frame is one that pages may show', (host) => {
    expect(readVideoAddress(watchAddress(host, '76979871'))).toEqual({ host, videoId: '76979871' })
    expect(videoFrames).toContain(new URL(embedAddress(host, '76979871')).origin)
  })
})
