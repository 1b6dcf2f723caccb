/** Where recordings may be: nothing else is shown in a frame. */
export const videoHosts = ['youtube', 'vimeo'] as const
/** What the id of a recording looks like, as its host has it in its addresses. */
export const videoIdPattern = '^[A-Za-z0-9_-]{1,40}$'
export type VideoHost = (typeof videoHosts)[number]

interface Addresses {
  /** The page that a link leads to. */
  watch: (videoId: string) => string
  /** What the site puts into a frame once a reader asks for it. */
  embed: (videoId: string) => string
  /** How the host writes its addresses; the first group is the id. */
  patterns: RegExp[]
}

const addresses: Record<VideoHost, Addresses> = {
  youtube: {
    watch: (id) => `https://www.youtube.com/watch?v=${id}`,
    embed: (id) => `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`,
    patterns: [
      /^https?:\/\/(?:www\.|m\.)?youtube\.com\/watch\?(?:[^#]*&)?v=([\w-]{6,40})(?:[&#].*)?$/i,
      /^https?:\/\/youtu\.be\/([\w-]{6,40})(?:[?#].*)?$/i,
      /^https?:\/\/(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/(?:embed|shorts|live)\/([\w-]{6,40})(?:[?#].*)?$/i,
    ],
  },
  vimeo: {
    watch: (id) => `https://vimeo.com/${id}`,
    embed: (id) => `https://player.vimeo.com/video/${id}?autoplay=1&dnt=1`,
    patterns: [
      /^https?:\/\/(?:www\.)?vimeo\.com\/(\d{3,15})(?:[?#].*)?$/i,
      /^https?:\/\/player\.vimeo\.com\/video\/(\d{3,15})(?:[?#].*)?$/i,
    ],
  },
}

/** The origins that the site's pages may show in a frame. */
export const videoFrames = ['https://www.youtube-nocookie.com', 'https://player.vimeo.com'] as const

/** The page of a recording at its host. */
export function watchAddress(host: VideoHost, videoId: string): string {
  return addresses[host].watch(videoId)
}

/** What a frame shows of the recording. */
export function embedAddress(host: VideoHost, videoId: string): string {
  return addresses[host].embed(videoId)
}

/** The recording that an address names, or undefined when it is of no host on the list. */
export function readVideoAddress(address: string): { host: VideoHost; videoId: string } | undefined {
  for (const host of videoHosts) {
    for (const pattern of addresses[host].patterns) {
      const videoId = pattern.exec(address.trim())?.[1]
      if (videoId !== undefined) return { host, videoId }
    }
  }
  return undefined
}
