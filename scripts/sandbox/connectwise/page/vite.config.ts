import { defineConfig } from 'vite'

/** Builds the sandbox's web client; the sandbox's server delivers `dist/sandbox-page` under `/_page/`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/_page/',
  // Draft.js expects a CommonJS-style global.
  define: { global: 'globalThis' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  build: {
    outDir: '../../../../dist/sandbox-page',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1500,
  },
})
