import path from 'node:path'
import preact from '@preact/preset-vite'
import { defineConfig, type Plugin } from 'vite'

/** The pod and the ticket page, served by the API under /pod/assets/; names of files hold their hash. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/pod/',
  plugins: [
    plainImports(),
    preact({ devToolsEnabled: false, prefreshEnabled: false, reactAliasesEnabled: false }),
  ],
  build: {
    outDir: '../dist/pod',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    // The page names what its scripts import; a script that imports a later part would only carry names it never reads.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, names, { hostType }) => (hostType === 'html' ? names : []),
    },
    target: 'es2024',
    rolldownOptions: {
      output: {
        // What both pages share is one file, whatever loads later besides.
        codeSplitting: {
          groups: [
            {
              name: 'panel',
              minShareCount: 2,
              tags: ['$initial'],
            },
          ],
        },
      },
      input: {
        pod: path.join(import.meta.dirname, 'pod.html'),
        ticket: path.join(import.meta.dirname, 'pages/ticket.html'),
      },
    },
  },
})

/** What loads later is one file without a style sheet, so an import needs no helper that preloads lists of files. */
function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    enforce: 'pre',
    load: (id) =>
      id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : null,
  }
}
