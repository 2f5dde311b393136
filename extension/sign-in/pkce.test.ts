import { describe, expect, it } from 'vitest'
import { base64url, proofKey } from './pkce.ts'

describe('a proof key', () => {
  it('has the challenge that RFC 7636 gives for its verifier', async () => {
    const bytes = Uint8Array.from([
      116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77, 105, 214,
      191, 240, 91, 88, 5, 88, 83, 132, 141, 121,
    ])
    expect(await proofKey(bytes)).toEqual({
      verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
      challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    })
  })

  it('is written in letters that need no escaping in an address', () => {
    expect(base64url(Uint8Array.from([255, 239, 190, 251]))).toMatch(/^[\w-]+$/)
  })
})
