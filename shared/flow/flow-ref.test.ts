import { describe, expect, it } from 'vitest'
import { isFlowRef } from './flow-ref.ts'

describe('a reference to a flow', () => {
  it.each(['outlook@1', 'outlook@42', 'outlook@1000000'])('is %s', (text) => {
    expect(isFlowRef(text)).toBe(true)
  })

  it.each([
    'outlook',
    'outlook@',
    '@1',
    'outlook@0',
    'outlook@01',
    'outlook@1000001',
    'outlook@99999999999',
    'outlook@1.5',
    'a@b@1',
  ])('is not %s', (text) => {
    expect(isFlowRef(text)).toBe(false)
  })
})
