import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressFiles } from './compress-files.ts'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// Two builds come out of this file: the browsers' (two entries) into dist/client and the server's (`--ssr`) into dist/server.
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react(), ...(isSsrBuild ? [] : [compressFiles()])],
  define: { 'process.env.NODE_ENV': '"production"' },
  // The server's build carries all it needs, in its production form, whatever the environment of the process that imports it.
  ssr: { noExternal: true },
  build: {
    target: isSsrBuild ? 'node24' : 'chrome109',
    outDir: 'dist/client',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    copyPublicDir: !isSsrBuild,
    rolldownOptions: isSsrBuild ? {} : { input: { site: file('index.html'), desk: file('desk.html') } },
  },
}))
