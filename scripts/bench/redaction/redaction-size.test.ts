import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bundleRedaction } from './bundle-redaction.ts'

describe('redaction in the panel', () => {
  it('weighs at most 5 kB gzipped, needs no other package, and still redacts', async () => {
    const code = await bundleRedaction()
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(5000)
    expect(code).not.toMatch(/\bimport\b|require\(/)
    const module = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)
    expect(module.redact('pw: Hunter2! on 10.0.0.1').text).toBe('pw: [SECRET] on [IP-1]')
  })
})
