import { describe, expect, it } from 'vitest'
import { connectWisePsa } from './connect-psa.ts'
import { startScripted } from './scripted-psa.ts'

describe('connectWisePsa', () => {
  it.each([
    'http://na.myconnectwise.net',
    'https://10.0.0.1',
    'https://localhost',
    'https://na.myconnectwise.net@evil.example',
  ])('is not made for %s', async (apiUrl) => {
    const { server } = await startScripted({})
    const make = () =>
      connectWisePsa({ ...server.connection, apiUrl }, { ...server.deps, allowInsecure: false })
    expect(make).toThrow(expect.objectContaining({ name: 'PsaError', reason: 'invalid' }))
  })
})
