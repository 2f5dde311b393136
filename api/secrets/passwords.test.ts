import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createPasswords, hashCost } from './passwords.ts'

const cheap = { memory: 64, passes: 1, lanes: 1 }
const passwords = createPasswords(randomBytes, cheap)

describe('a password’s hash', () => {
  it('is argon2id in PHC form with a salt of its own, at OWASP’s least cost', async () => {
    const real = createPasswords(randomBytes)
    const [one, two] = await Promise.all([
      real.hash('correct horse battery'),
      real.hash('correct horse battery'),
    ])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(one).not.toBe(two)
    expect(await real.verify('correct horse battery', one)).toBe(true)
    expect(await real.verify('correct horse batterx', one)).toBe(false)
  })

  it('is the same however an accent was typed', async () => {
    expect(
      await passwords.verify('Cafe\u0301 au lait, noir', await passwords.hash('Café au lait, noir')),
    ).toBe(true)
  })

  it('of nobody is never right, not even for its own zeros', async () => {
    for (const guess of ['', 'a', '\0'.repeat(32)]) expect(await passwords.verify(guess, null)).toBe(false)
  })

  it('tells when it was made at another cost', async () => {
    const stored = await passwords.hash('correct horse battery')
    expect(passwords.isOutdated(stored)).toBe(false)
    expect(createPasswords(randomBytes, hashCost).isOutdated(stored)).toBe(true)
    expect(await createPasswords(randomBytes, hashCost).verify('correct horse battery', stored)).toBe(true)
  })

  it('is refused to the many who come at once, rather than keeping everybody waiting', async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 150 }, () => passwords.hash('correct horse battery')),
    )
    const refused = all.filter(({ status }) => status === 'rejected')
    expect(refused).toHaveLength(150 - 102)
    expect(refused[0]).toMatchObject({ reason: { code: 'too_many', retryAfterSeconds: 5 } })
    expect(await passwords.hash('correct horse battery')).toContain('$argon2id$')
  })
})
