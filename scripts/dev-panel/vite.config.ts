import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

/** `npx vite -c scripts/dev-panel/vite.config.ts`: the panel alone, over an API in memory. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
  server: { port: 8931, strictPort: true },
  preview: { port: 8931, strictPort: true },
  build: { outDir: '../../dist/dev-panel', emptyOutDir: true, modulePreload: false },
})
