import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { addressOf } from './address-of.ts'
import type { ApiEnvironment } from './api-environment.ts'

async function seen(proxies: number, remoteAddress: string, forwarded?: string): Promise<string> {
  const api = new Hono<ApiEnvironment>()
  api.get('/', (http) => http.text(String(addressOf(http, { proxies }))))
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  const incoming = { socket: { remoteAddress, remotePort: 1, remoteFamily: 'IPv4' } }
  return (await api.request('/', { headers }, { incoming })).text()
}

describe('where a request comes from', () => {
  it('is the connection, whatever it says, where no proxy stands in front', async () => {
    expect(await seen(0, '192.0.2.1', '198.51.100.7')).toBe('192.0.2.1')
  })

  it('is what the outermost of our own proxies saw, and not what was said before', async () => {
    expect(await seen(1, '10.0.0.1', '203.0.113.9, 198.51.100.7')).toBe('198.51.100.7')
    expect(await seen(2, '10.0.0.1', '203.0.113.9, 198.51.100.7, 10.0.0.2')).toBe('198.51.100.7')
  })

  it('is the proxy where it said nothing', async () => {
    expect(await seen(1, '10.0.0.1')).toBe('10.0.0.1')
  })

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::6', '2001:db8:1:2::/64'],
    ['2001:db8::6', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
  ])('is one network for %s', async (address, network) => {
    expect(await seen(0, address)).toBe(network)
  })
})
