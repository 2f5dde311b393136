import type { LookupAddress } from 'node:dns'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testRuns } from '#shared/testing/test-runs.ts'
import { guardedLookup, mayDial, type Resolve } from './guarded-lookup.ts'

const runs = testRuns()
const publicAddress: LookupAddress = { address: '1.1.1.1', family: 4 }
const inner: LookupAddress[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '10.1.2.3', family: 4 },
  { address: '169.254.169.254', family: 4 },
  { address: '::1', family: 6 },
  { address: '::ffff:127.0.0.1', family: 6 },
  { address: 'fd00::1', family: 6 },
]

function ask(resolve: Resolve, all: boolean, allowLoopback = false) {
  const lookup = guardedLookup({ resolve, allowLoopback })
  return new Promise<{ code?: string; address: string | LookupAddress[] }>((done) => {
    lookup('cw.example', { all }, (error, address) =>
      done(error ? { code: error.code, address } : { address }),
    )
  })
}

describe('guardedLookup', () => {
  it('hands over every public address, or the first where one is asked for', async () => {
    const resolve: Resolve = (_, done) => done(null, [publicAddress, { address: '8.8.8.8', family: 4 }])
    expect(await ask(resolve, false)).toEqual({ address: '1.1.1.1' })
    expect((await ask(resolve, true)).address).toHaveLength(2)
  })

  it('refuses the whole answer for one address inside, wherever it stands', async () => {
    const answers = fc.tuple(
      fc.array(fc.constant(publicAddress)),
      fc.constantFrom(...inner),
      fc.array(fc.constant(publicAddress)),
    )
    await fc.assert(
      fc.asyncProperty(answers, fc.boolean(), async ([before, bad, after], all) => {
        const answer = await ask((_, done) => done(null, [...before, bad, ...after]), all)
        expect(answer.code).toBe('ENOTFOUND')
      }),
      { numRuns: runs },
    )
  })

  it('judges every single dial, so that a name that changes its mind gets nowhere', async () => {
    let asked = 0
    const rebinding: Resolve = (_, done) => {
      asked += 1
      done(null, [asked % 2 === 1 ? publicAddress : { address: '127.0.0.1', family: 4 }])
    }
    for (let dial = 0; dial < 100; dial += 1) {
      const answer = await ask(rebinding, false)
      expect(answer.code).toBe(dial % 2 === 0 ? undefined : 'ENOTFOUND')
    }
  })

  it('says the same for an unknown name, an empty answer and an inner address', async () => {
    const answers = await Promise.all([
      ask((_, done) => done(new Error('queryA EREFUSED 10.0.0.53'), []), false),
      ask((_, done) => done(null, []), false),
      ask((_, done) => done(null, [{ address: '10.0.0.1', family: 4 }]), false),
    ])
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  })

  it('lets this machine pass for the sandbox, and nothing else inside', async () => {
    const here: Resolve = (_, done) => done(null, [{ address: '127.0.0.1', family: 4 }])
    expect(await ask(here, false, true)).toEqual({ address: '127.0.0.1' })
    expect(mayDial('10.0.0.1', true)).toBe(false)
  })
})
