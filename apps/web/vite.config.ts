import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressFiles } from './compress-files.ts'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Three builds come out of this file: the site for browsers, then the desk beside it (`--mode desk`), both into dist/client, and the
 * site for the server (`--ssr`) into dist/server. Site and desk are built apart because a chunk that both share would bring readers
 * what only editors need.
 */
export default defineConfig(({ isSsrBuild, mode }) => {
  const isDesk = mode === 'desk'
  return {
    plugins: [react(), ...(isSsrBuild ? [] : [compressFiles()])],
    define: { 'process.env.NODE_ENV': '"production"' },
    // The server's build carries all it needs, in its production form, whatever the environment of the process that imports it.
    ssr: { noExternal: true },
    build: {
      target: isSsrBuild ? 'node24' : 'chrome109',
      outDir: 'dist/client',
      emptyOutDir: !isDesk,
      copyPublicDir: !isSsrBuild && !isDesk,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // The site's pages are drawn before any script is there: a part that is loaded apart brings no styles of its own.
      cssCodeSplit: isDesk,
      rolldownOptions: isSsrBuild ? {} : { input: isDesk ? { desk: file('desk.html') } : { site: file('index.html') } },
    },
  }
})
