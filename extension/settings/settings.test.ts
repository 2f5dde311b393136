import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstSettings, originOf, parseSettings } from './settings.ts'

describe('an address that is typed', () => {
  it.each([
    ['flow.example.com', 'https://flow.example.com'],
    [' https://flow.example.com/t/1001?x=1 ', 'https://flow.example.com'],
    ['HTTPS://Flow.Example.com:8443', 'https://flow.example.com:8443'],
    ['http://localhost:8787', 'http://localhost:8787'],
    ['http://127.0.0.1:8788/', 'http://127.0.0.1:8788'],
  ])('%s stands for %s', (typed, origin) => {
    expect(originOf(typed)).toBe(origin)
  })

  it.each([
    'http://flow.example.com',
    'http://localhost.evil.example',
    'ftp://flow.example.com',
    'javascript:alert(1)',
    'chrome-extension://abc',
    'https://name:word@flow.example.com',
    'file:///etc/passwd',
    '',
    '   ',
    'https://',
    42,
    null,
  ])('%s is none that may be used', (typed) => {
    expect(originOf(typed)).toBeNull()
  })
})

describe('stored settings', () => {
  it('are as at first where nothing is stored', () => {
    expect(parseSettings(undefined)).toEqual(firstSettings)
  })

  it('keep what is good and replace what is not', () => {
    expect(
      parseSettings({ api: 'https://a.example', theme: 'pink', connectWise: ['https://cw.example', 7] }),
    ).toEqual({
      ...firstSettings,
      api: 'https://a.example',
      connectWise: ['https://cw.example'],
    })
  })

  it('are read the same a second time, whatever was stored', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const once = parseSettings(stored)
        expect(parseSettings(once)).toEqual(once)
      }),
    )
  })
})
