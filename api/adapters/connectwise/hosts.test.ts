import { describe, expect, it } from 'vitest'
import { apiHostOf, judgeUrl, readSite, uiHostOf } from './hosts.ts'

const strict = { allowInsecure: false }

describe('judgeUrl', () => {
  it.each([
    ['https://na.myconnectwise.net', 'https://na.myconnectwise.net'],
    ['https://NA.MyConnectWise.NET/', 'https://na.myconnectwise.net'],
    ['https://na.myconnectwise.net./v2025_1/ConnectWise.aspx?locale=en_US', 'https://na.myconnectwise.net'],
    ['https://na.myconnectwise.net:443/', 'https://na.myconnectwise.net'],
    ['https://cw.acme-msp.co.uk', 'https://cw.acme-msp.co.uk'],
    ['https://127.0.0.1.example.com', 'https://127.0.0.1.example.com'],
    ['https://münchen-it.de', 'https://xn--mnchen-it-q9a.de'],
  ])('takes %s', (text, origin) => {
    const judged = judgeUrl(text, strict)
    expect(judged.ok && judged.value.origin).toBe(origin)
  })

  it.each([
    'http://na.myconnectwise.net',
    'ftp://na.myconnectwise.net',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://na.myconnectwise.net:8443',
    'https://na.myconnectwise.net@evil.example',
    'https://user:word@na.myconnectwise.net',
    'https://:word@na.myconnectwise.net',
    'https://evil.example\\@na.myconnectwise.net',
    'https://evil.example#@na.myconnectwise.net',
    'https://na.myconnectwise.net#',
    'https://na.myconnectwise.net/ x',
    'https://na.myconnect\twise.net',
    'https://localhost',
    'https://localhost.',
    'https://LOCALHOST',
    'https://db.localhost',
    'https://printer.local',
    'https://metadata.google.internal',
    'https://metadata.google.internal.',
    'https://intranet',
    'https://router.home.arpa',
    'https://127.0.0.1',
    'https://2130706433',
    'https://0x7f.1',
    'https://0177.0.0.1',
    'https://127.1',
    'https://①②⑦.⓪.⓪.①',
    'https://１２７.０.０.１',
    'https://127%2e0%2e0%2e1',
    'https://169.254.169.254',
    'https://8.8.8.8',
    'https://[::1]',
    'https://[::ffff:127.0.0.1]',
    'https://[2606:4700:4700::1111]',
    'https://',
    'https:///',
    'na.myconnectwise.net',
    'https://na..myconnectwise.net',
    'https://.myconnectwise.net',
    'https://na.my_connectwise.net',
    'https://na.myconnectwise.net..',
  ])('refuses %s and says what to do', (text) => {
    const judged = judgeUrl(text, strict)
    expect(judged.ok).toBe(false)
    expect(!judged.ok && judged.advice).toMatch(/\w.*\./)
  })

  it.each(['http://localhost:8788', 'http://127.0.0.1:8788', 'http://[::1]:8788', 'https://localhost:9443'])(
    'takes %s for the sandbox only',
    (text) => {
      expect(judgeUrl(text, { allowInsecure: true }).ok).toBe(true)
      expect(judgeUrl(text, strict).ok).toBe(false)
    },
  )

  it.each(['http://10.0.0.1', 'http://na.myconnectwise.net', 'http://169.254.169.254', 'ftp://localhost'])(
    'refuses %s even for the sandbox',
    (text) => {
      expect(judgeUrl(text, { allowInsecure: true }).ok).toBe(false)
    },
  )
})

describe('readSite', () => {
  const na = { uiUrl: 'https://na.myconnectwise.net', apiUrl: 'https://api-na.myconnectwise.net' }

  it.each([
    'na',
    ' NA ',
    'na.myconnectwise.net',
    'api-na.myconnectwise.net',
    'https://na.myconnectwise.net/v2025_1/ConnectWise.aspx?locale=en_US',
  ])('reads %s', (text) => {
    expect(readSite(text, strict)).toEqual({ ok: true, value: na })
  })

  it('keeps one host for both where the installation is on the premises', () => {
    const one = 'https://cw.acme.example'
    expect(readSite('cw.acme.example', strict)).toEqual({ ok: true, value: { uiUrl: one, apiUrl: one } })
  })

  it('keeps the port of the sandbox', () => {
    const one = 'http://localhost:8788'
    expect(readSite(one, { allowInsecure: true })).toEqual({ ok: true, value: { uiUrl: one, apiUrl: one } })
  })

  it('refuses what is no host', () => {
    expect(readSite('', strict).ok).toBe(false)
    expect(readSite('http://na.myconnectwise.net', strict).ok).toBe(false)
  })
})

describe('apiHostOf and uiHostOf', () => {
  it.each([
    ['eu.myconnectwise.net', 'api-eu.myconnectwise.net'],
    ['aus.myconnectwise.net', 'api-aus.myconnectwise.net'],
    ['staging.connectwisedev.com', 'api-staging.connectwisedev.com'],
  ])('pair %s with %s', (ui, api) => {
    expect(apiHostOf(ui)).toBe(api)
    expect(apiHostOf(api)).toBe(api)
    expect(uiHostOf(api)).toBe(ui)
    expect(uiHostOf(ui)).toBe(ui)
  })

  it.each(['sandbox-na.myconnectwise.net', 'cw.acme.example', 'na.myconnectwise.net.evil.example'])(
    'leave %s as it is',
    (host) => {
      expect(apiHostOf(host)).toBe(host)
      expect(uiHostOf(host)).toBe(host)
    },
  )
})
