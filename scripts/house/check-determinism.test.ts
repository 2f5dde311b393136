import { describe, expect, it } from 'vitest'
import { checkDeterminism } from './check-determinism.ts'

const findings = (file: string, code: string) => checkDeterminism([file], () => code)

describe('pure rules', () => {
  it.each([
    'const at = Date.now()',
    'const at = new Date()',
    'const at = new Date',
    'const at = Date()',
    'const at = performance.now()',
    'const die = Math.random()',
    'const id = crypto.randomUUID()',
    'const id = globalThis.crypto.randomUUID()',
    'setTimeout(() => {}, 1)',
  ])('may not contain: %s', (code) => {
    expect(findings('shared/session/fold.ts', code)).toHaveLength(1)
  })

  it.each([
    'const at = new Date(moment)',
    'const at = Date.parse(text)',
    '/** Unlike Date.now(), a moment that is given. */',
    '// Math.random would do otherwise.\nconst one = 1',
  ])('may contain: %s', (code) => {
    expect(findings('shared/session/fold.ts', code)).toEqual([])
  })

  it('are those of shared alone, without tests, panel and sync', () => {
    for (const file of [
      'shared/sync/pause.ts',
      'shared/panel/state/panel.ts',
      'shared/session/fold.test.ts',
      'shared/session/testing/random-event.ts',
      'api/server.ts',
    ])
      expect(findings(file, 'Date.now()')).toEqual([])
  })
})
