import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDemoEnvironment } from './environment.ts'

describe('the demo’s environment', () => {
  it('needs nothing', () => {
    expect(readDemoEnvironment({})).toEqual({
      port: 8787,
      sandboxPort: 8788,
      dataFolder: path.resolve('.data'),
      signIn: true,
      sandbox: null,
    })
  })

  it('can name another ConnectWise stand-in', () => {
    const { sandbox } = readDemoEnvironment({
      SANDBOX_URL: 'http://localhost:9000/',
      SANDBOX_CREDENTIALS: 'acme:public:private:client',
    })
    expect(sandbox).toEqual({
      url: 'http://localhost:9000',
      company: 'acme',
      credentials: { publicKey: 'public', privateKey: 'private', clientId: 'client' },
    })
  })

  it.each([
    [{ PORT: 'eighty' }, 'PORT must be a number.'],
    [{ SANDBOX_PORT: '70000' }, 'SANDBOX_PORT'],
    [{ DATABASE_URL: 'postgres://x' }, 'DATABASE_URL is set: the demo keeps its own database.'],
    [{ SANDBOX_URL: 'http://localhost:9000' }, 'SANDBOX_CREDENTIALS and SANDBOX_URL go together'],
    [
      { SANDBOX_URL: 'http://localhost:9000', SANDBOX_CREDENTIALS: 'a:b' },
      'must be company:public:private:clientId',
    ],
  ])('names what is wrong with %j', (source, words) => {
    expect(() => readDemoEnvironment(source)).toThrow(words)
  })
})
