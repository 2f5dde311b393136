import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'

const entry = fileURLToPath(import.meta.resolve('#shared/redaction/redact.ts'))

/** Redaction with all its recognisers as a browser would load it, minified. */
const bundle = async (): Promise<string> => {
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

describe('redaction in the panel', () => {
  it('weighs at most 5 kB gzipped, needs no other package, and still redacts', async () => {
    const code = await bundle()
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(5000)
    expect(code).not.toMatch(/\bimport\b|require\(/)
    const module = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)
    expect(module.redact('pw: Hunter2! on 10.0.0.1').text).toBe('pw: [SECRET] on [IP-1]')
  })
})
