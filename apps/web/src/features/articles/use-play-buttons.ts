import { embedAddress, readVideoAddress, type VideoHost } from '@bantin/shared/video-hosts'
import { type RefObject, useEffect } from 'react'
import styles from './play-button.module.css'

const hostNames: Record<VideoHost, string> = { youtube: 'YouTube', vimeo: 'Vimeo' }

/**
 * Makes a button of each link to a recording on another site, which puts the recording in its place. Before somebody presses it, nothing
 * is asked of that site. `content` is what stands in `body`; `say` gives the words of the button.
 */
export function usePlayButtons(body: RefObject<HTMLElement | null>, content: unknown, say: (host: string) => string): void {
  useEffect(() => {
    if (!content || !body.current) return
    for (const link of body.current.querySelectorAll<HTMLAnchorElement>('figure > a[href]:not([type])')) {
      const video = readVideoAddress(link.href)
      if (video) link.replaceWith(playButton(link, say(hostNames[video.host]), embedAddress(video.host, video.videoId)))
    }
  }, [body, content, say])
}

function playButton(link: HTMLAnchorElement, words: string, address: string): HTMLButtonElement {
  const [button, label] = [document.createElement('button'), document.createElement('span')]
  const [picture, title] = [link.querySelector('img'), link.parentElement?.querySelector('figcaption')?.textContent ?? words]
  label.textContent = words
  label.className = styles.playLabel ?? ''
  button.type = 'button'
  button.className = styles.play ?? ''
  if (picture) {
    picture.className = styles.poster ?? ''
    button.append(picture, ' ')
  }
  button.append(label)
  button.addEventListener('click', () => {
    const frame = frameOf(address, title)
    button.replaceWith(frame)
    frame.focus()
  })
  return button
}

function frameOf(address: string, title: string): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.className = styles.frame ?? ''
  frame.title = title
  frame.allow = 'autoplay; encrypted-media; picture-in-picture'
  frame.allowFullscreen = true
  // The host refuses who names no site; which page it is, is none of its business.
  frame.referrerPolicy = 'strict-origin'
  frame.src = address
  return frame
}
