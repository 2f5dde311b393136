import { defineConfig } from 'wxt'
import { manifestOf, variants } from './extension/manifest/manifest.ts'

/** `wxt build -b chrome|edge -m store|try-out|test`. */
export default defineConfig({
  srcDir: 'extension',
  outDir: 'dist/extension',
  outDirTemplate: '{{browser}}-{{mode}}',
  manifestVersion: 3,
  imports: false,
  manifest: ({ mode }) => manifestOf(variants.find((variant) => variant === mode) ?? 'store'),
  zip: { artifactTemplate: '{{name}}-{{version}}-{{browser}}-{{mode}}.zip' },
  vite: () => ({
    // A variant is a mode to Vite; whatever its name, it is built for use.
    define: {
      'process.env.NODE_ENV': JSON.stringify('production'),
      'import.meta.env.MODE': JSON.stringify('production'),
    },
    oxc: { jsx: { development: false } },
    build: { modulePreload: { polyfill: false }, assetsInlineLimit: 0, target: 'es2024' },
  }),
})
