import { BlockList, isIP, isIPv4 } from 'node:net'

/** IPv4 that is not on the public internet, or that a cloud serves its metadata on (IANA special-purpose registry). */
const special4 = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  special4.addSubnet(network, prefix, 'ipv4')
}

const globalUnicast6 = new BlockList()
globalUnicast6.addSubnet('2000::', 3, 'ipv6')

/** Inside global unicast, yet documentation, tunnels or protocol use. */
const special6 = new BlockList()
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3ffe::', 16],
  ['3fff::', 20],
] as const) {
  special6.addSubnet(network, prefix, 'ipv6')
}

const nat64 = new BlockList()
nat64.addSubnet('64:ff9b::', 96, 'ipv6')

const loopback6 = new BlockList()
loopback6.addAddress('::1', 'ipv6')

/**
 * True only for an address that belongs to somebody on the public internet. An IPv6 address that carries an IPv4
 * one is judged by it where it is NAT64, and refused where it is mapped, compatible, 6to4 or Teredo.
 */
export function isPublicAddress(address: string): boolean {
  const plain = withoutZone(address)
  if (plain === null) return false
  if (isIPv4(plain)) return !special4.check(plain, 'ipv4')
  if (nat64.check(plain, 'ipv6')) {
    const inner = lastFourBytes(plain)
    return inner !== null && !special4.check(inner, 'ipv4')
  }
  return globalUnicast6.check(plain, 'ipv6') && !special6.check(plain, 'ipv6')
}

/** 127.0.0.0/8 and ::1, in any spelling. */
export function isLoopback(address: string): boolean {
  const plain = withoutZone(address)
  if (plain === null) return false
  return isIPv4(plain) ? plain.startsWith('127.') : loopback6.check(plain, 'ipv6')
}

/** A zone ("fe80::1%eth0") makes an address link-local by meaning, whatever its bits: refused. */
function withoutZone(address: string): string | null {
  const bare = address.startsWith('[') && address.endsWith(']') ? address.slice(1, -1) : address
  return isIP(bare) === 0 || bare.includes('%') ? null : bare
}

function lastFourBytes(address: string): string | null {
  const hex = new URL(`http://[${address}]/`).hostname.slice(1, -1)
  const groups = hex.split('::').at(-1)?.split(':') ?? []
  const [high, low] = [Number.parseInt(groups.at(-2) ?? '0', 16), Number.parseInt(groups.at(-1) ?? '0', 16)]
  if (Number.isNaN(high)) return Number.isNaN(low) ? null : `0.0.${low >> 8}.${low & 255}`
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
