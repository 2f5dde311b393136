import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasDesktop, readDemoEnvironment } from './environment.ts'

describe('the demo’s environment', () => {
  it('needs nothing', () => {
    expect(readDemoEnvironment({})).toEqual({
      port: 8787,
      sandboxPort: 8788,
      dataFolder: path.resolve('.data'),
      secretKeys: null,
      extensionIds: [],
      logLevel: 'warn',
      signIn: true,
      sandbox: null,
    })
  })

  it('can bring secret keys of its own, and say how much is logged', () => {
    const given = Buffer.alloc(32, 3)
    const { secretKeys, logLevel } = readDemoEnvironment({
      RESOLUTIONFLOW_SECRET_KEYS: `own:${given.toString('base64')}`,
      LOG_LEVEL: 'debug',
    })
    expect(secretKeys).toEqual([{ id: 'own', key: given }])
    expect(logLevel).toBe('debug')
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
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of trace, debug'],
    [{ RESOLUTIONFLOW_SECRET_KEYS: 'own:c2hvcnQ=' }, 'RESOLUTIONFLOW_SECRET_KEYS must be id:base64'],
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

describe('a desktop', () => {
  it('is where a screen is, and neither a build machine nor a shell from afar', () => {
    expect(hasDesktop('linux', { DISPLAY: ':0' })).toBe(true)
    expect(hasDesktop('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
    expect(hasDesktop('darwin', {})).toBe(true)
    expect(hasDesktop('linux', {})).toBe(false)
    expect(hasDesktop('darwin', { SSH_CONNECTION: '10.0.0.1' })).toBe(false)
    expect(hasDesktop('win32', { CI: 'true' })).toBe(false)
  })
})
