import path from 'node:path'
import { defineConfig } from 'vite'

/** The studio's web pages, served by the API; for now the sign-in page. JSX is React's, by this folder's tsconfig. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/studio/',
  build: {
    outDir: '../../dist/studio',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2024',
    rolldownOptions: { input: { 'sign-in': path.join(import.meta.dirname, 'sign-in.html') } },
  },
})
