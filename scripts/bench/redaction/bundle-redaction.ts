import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const entry = fileURLToPath(import.meta.resolve('#shared/redaction/redact.ts'))

/** Redaction with all its recognisers as a browser would load it, minified. */
export async function bundleRedaction(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'esnext',
      modulePreload: false,
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('vite built nothing')
  return output.output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('')
}
