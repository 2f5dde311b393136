import type { Context as HttpContext } from 'hono'
import type { Deps } from '#api/context.ts'
import type { ApiEnvironment } from './api-environment.ts'
import { peerOf } from './peer-of.ts'

/**
 * Where a request comes from, to count by: the address that the outermost of our proxies saw, or the connection's
 * where none stands in front. Of an IPv6 address the network, since whoever has one address there has all of it.
 * Null without a network.
 */
export function addressOf(
  http: HttpContext<ApiEnvironment>,
  { proxies }: Pick<Deps, 'proxies'>,
): string | null {
  const peer = peerOf(http)
  if (proxies === 0) return networkOf(peer)
  const said = (http.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  return networkOf(said.at(-proxies) || peer)
}

function networkOf(address: string | null): string | null {
  const mapped = address?.replace(/^::ffff:(?=\d+\.)/i, '') ?? null
  if (mapped === null || !mapped.includes(':')) return mapped
  const [head = '', tail] = mapped.split('%')[0]?.toLowerCase().split('::') ?? []
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array.from({ length: gap }, () => '0'), ...after].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  )
  return `${groups.slice(0, 4).join(':')}::/64`
}
